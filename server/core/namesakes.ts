import type { Facts } from './facts';
import { quoted } from './plain-text';
import type { Fix } from './rules/rule';
import { formatTableArn, parseTableArn } from './spec/arn';
import { nearest } from './spec/nearest';
import { sourceOf, sourceTableName } from './spec/request';
import type { Spec } from './spec/spec';

/** The table that a source which does not exist most likely means, of those in the Region where it was looked for. */
export function* namesakes(spec: Spec, { choices }: Facts): Iterable<Fix> {
  const source = sourceOf(spec);
  const name = sourceTableName(spec);
  if (source?.kind !== 'point-in-time' || name === undefined) return;
  const meant = nearest(name, choices.sourceTables ?? []);
  const arn = source.tableArn === undefined ? undefined : parseTableArn(source.tableArn);
  if (meant === undefined || meant === name) return;
  const title = `Change to ${quoted(meant)}`;
  if (source.tableName !== undefined)
    yield { title, edits: [{ kind: 'set', path: ['SourceTableName'], value: meant }] };
  else if (arn !== undefined)
    yield {
      title,
      edits: [{ kind: 'set', path: ['SourceTableArn'], value: formatTableArn({ ...arn, table: meant }) }],
    };
}
