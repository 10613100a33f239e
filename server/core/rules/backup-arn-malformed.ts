// A backup ARN is arn:<partition>:dynamodb:<region>:<account>:table/<table>/backup/<id>; anything else is answered with "Invalid Backup
// ARN" or "BackupArn is not valid" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-273).
import { isAwsBackupArn, parseBackupArn, parseTableArn } from '../spec/arn';
import { has, stringAt } from '../spec/tree';
import type { Fix, Rule } from './rule';

const path = ['BackupArn'];

export const backupArnMalformed: Rule = {
  code: 'backup-arn-malformed',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'BackupArn has the form of a backup ARN',
  *find(spec) {
    const text = stringAt(spec, path);
    // That it is empty is said by the rule on ranges; of what is too short or too long to be a backup ARN, this one speaks.
    if (text === undefined || text === '') return;
    if (parseBackupArn(text) || isAwsBackupArn(text)) return;
    const isTable = parseTableArn(text) !== undefined;
    yield {
      at: { path, part: 'value' },
      message: isTable
        ? 'This is the ARN of a table, not of a backup. A table is restored from SourceTableArn, to a moment in time.'
        : 'This is no backup ARN. It looks like arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd.',
      fixes: isTable ? [asTable(has(spec, ['RestoreDateTime']))] : [...trimmed(text)],
    };
  },
};

function asTable(hasTime: boolean): Fix {
  const rename = { kind: 'rename' as const, path, name: 'SourceTableArn' };
  const time = { kind: 'set' as const, path: ['UseLatestRestorableTime'], value: true };
  return {
    title: 'Restore from this table, to a moment in time',
    edits: hasTime ? [rename] : [rename, time],
  };
}

/** Copied with what stood round it. */
function* trimmed(text: string): Iterable<Fix> {
  const value = text.replace(/^[\s"'<(]+|[\s"'>),;.]+$/g, '');
  if (value === text || !parseBackupArn(value)) return;
  yield {
    title: 'Remove what does not belong to the ARN',
    edits: [{ kind: 'set', path, value }],
    preferred: true,
  };
}
