import { nearest } from './nearest';
import { rememberIn } from './remember';
import { memberOf, specShape } from './shape';
import type { Spec } from './spec';
import { properties } from './tree';

/** What DescribeBackup, CreateBackup and ListBackups answer: no key of a restore, though near one in spelling. */
const answers = [
  'BackupDescription',
  'BackupDetails',
  'BackupSummaries',
  'SourceTableDetails',
  'SourceTableFeatureDetails',
];

/** Keys that other files have too. */
const anywhere = ['$schema', 'Description'];
const telling = Object.keys(specShape.members).filter((key) => !anywhere.includes(key));

/**
 * The first key of a file that is some other JSON: it has keys, and none is one of a restore, not even misspelt. Undefined for a spec, and
 * while the text has syntax errors.
 */
export const foreignKey = rememberIn((spec: Spec): string | undefined => {
  if (spec.syntax.length > 0 || spec.root?.type !== 'object') return undefined;
  const keys = properties(spec.root).map(({ key }) => key);
  if (keys.some((key) => telling.includes(key))) return undefined;
  const answer = keys.find(isAnswer);
  if (answer !== undefined) return answer;
  // An empty key is one that is being typed.
  if (keys.some((key) => key === '' || nearest(key, telling) !== undefined)) return undefined;
  return keys.find((key) => !memberOf(specShape, key));
});

/** Is this a member that DynamoDB answers about backups? */
export function isAnswer(key: string): boolean {
  return answers.includes(key);
}
