// A metric of DynamoDB is told apart by its dimensions: TableName, and GlobalSecondaryIndexName for an index (Developer Guide, "DynamoDB
// metrics and dimensions"). The table's name is replaced by the new one; an alarm without it watches another metric, and one on an index
// that is not restored never gets data.
import { indexesIn } from '../spec/indexes';
import type { Path } from '../spec/path';
import { sourceTableName, targetOf } from '../spec/request';
import type { Spec } from '../spec/spec';
import { childOf, has, partsAt, stringAt, textOf, type Part } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Finding, Rule } from './rule';

const override = 'GlobalSecondaryIndexOverride';

export const alarmOfAnotherTable: Rule = {
  code: 'alarm-of-another-table',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'each alarm watches the new table',
  ofAbsence: true,
  applies: (spec) => targetOf(spec) !== undefined,
  *find(spec) {
    for (const { path: alarm, node } of partsAt(spec, ['AfterRestore', 'Alarms'])) {
      if (textOf(childOf(node, 'Namespace')) !== 'AWS/DynamoDB') continue;
      const dimensions = partsAt(spec, [...alarm, 'Dimensions']);
      yield* tableFaults(spec, alarm, dimensions);
      yield* indexFaults(spec, dimensions);
    }
  },
};

function* tableFaults(spec: Spec, alarm: Path, dimensions: readonly Part[]): Iterable<Finding> {
  const target = targetOf(spec) ?? '';
  const path = dimension(dimensions, 'TableName');
  if (path === undefined) {
    const added = { Name: 'TableName', Value: target };
    const end = [...alarm, 'Dimensions', dimensions.length];
    yield {
      at: { path: [...alarm, 'AlarmName'], part: 'value' },
      message: 'Without the dimension TableName this alarm does not watch the new table.',
      fixes: [
        {
          title: 'Watch the new table',
          edits: [
            has(spec, [...alarm, 'Dimensions'])
              ? { kind: 'set', path: end, value: added }
              : { kind: 'set', path: [...alarm, 'Dimensions'], value: [added] },
          ],
        },
      ],
    };
    return;
  }
  const table = stringAt(spec, path);
  const source = sourceTableName(spec);
  if (table === undefined || source === undefined || table === source || table === target) return;
  yield {
    at: { path, part: 'value' },
    message: `This alarm is of the table ${quoted(table)}, which is neither the source nor the new table. It would be made for ${quoted(target)}.`,
    fixes: [{ title: `Change to ${quoted(target)}`, edits: [{ kind: 'set', path, value: target }] }],
  };
}

function* indexFaults(spec: Spec, dimensions: readonly Part[]): Iterable<Finding> {
  const path = dimension(dimensions, 'GlobalSecondaryIndexName');
  const name = path && stringAt(spec, path);
  if (path === undefined || name === undefined || !has(spec, [override])) return;
  if (indexesIn(spec, override).some((index) => index.name === name)) return;
  yield {
    at: { path, part: 'value' },
    message: `The index ${quoted(name)} is not restored, so this alarm would never get any data.`,
  };
}

/** The path of the value of the dimension of that name. */
function dimension(dimensions: readonly Part[], name: string): Path | undefined {
  const found = dimensions.find(({ node }) => textOf(childOf(node, 'Name')) === name);
  return found && [...found.path, 'Value'];
}
