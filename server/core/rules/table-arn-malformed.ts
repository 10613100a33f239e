// "sourceTableArn is not a valid ARN", "ARNs must start with 'arn:'" (aws-controllers-k8s/dynamodb-controller, docs/api-quirks,
// DDB-TABLE-272).
import { parseBackupArn, parseTableArn } from '../spec/arn';
import { nameShape } from '../spec/request-shape';
import { has, stringAt } from '../spec/tree';
import type { Fix, Rule } from './rule';
import type { Spec } from '../spec/spec';

const path = ['SourceTableArn'];

export const tableArnMalformed: Rule = {
  code: 'table-arn-malformed',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'SourceTableArn has the form of a table ARN',
  *find(spec) {
    const text = stringAt(spec, path);
    if (text === undefined || text === '' || parseTableArn(text)) return;
    yield {
      at: { path, part: 'value' },
      message: 'This is no table ARN. It looks like arn:aws:dynamodb:eu-west-1:123456789012:table/Orders.',
      fixes: [...meant(spec, text)],
    };
  },
};

function* meant(spec: Spec, text: string): Iterable<Fix> {
  // Copied with what stood round it, or the ARN of an index or a stream of the table.
  const value = text.replace(/^[\s"'<(]+|[\s"'>),;]+$|\/(index|stream)\/.*$/g, '');
  if (value !== text && parseTableArn(value))
    yield { title: `Change to ${value}`, edits: [{ kind: 'set', path, value }], preferred: true };
  if (nameShape.pattern?.regex.test(text)) {
    yield { title: 'Use it as SourceTableName', edits: [{ kind: 'rename', path, name: 'SourceTableName' }] };
  }
  if (parseBackupArn(text)) {
    const times = ['RestoreDateTime', 'UseLatestRestorableTime'].filter((key) => has(spec, [key]));
    const removals = times.map((key) => ({ kind: 'remove' as const, path: [key] }));
    yield {
      title: 'Restore from this backup',
      edits: [{ kind: 'rename', path, name: 'BackupArn' }, ...removals],
    };
  }
}
