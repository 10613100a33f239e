// TableAlreadyExistsException: "Table already exists: <name>", for a table that is being deleted too; while it is itself being restored:
// TableInUseException (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-219, 275).
import { targetOf } from '../spec/request';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

const path = ['TargetTableName'];

export const targetExists: Rule = {
  code: 'target-exists',
  severity: 'error',
  because: 'refused',
  needs: ['target'],
  title: "the target's name is free",
  applies: (spec) => targetOf(spec) !== undefined,
  *find(spec, { target, ownRestore }) {
    // The table that this spec is making: `restore-under-way` tells of it.
    if (ownRestore !== undefined) return;
    if (typeof target === 'string' || target.TableName !== targetOf(spec)) return;
    const free = another(target.TableName);
    const isGoing = target.TableStatus === 'DELETING';
    yield {
      at: { path, part: 'value' },
      message: isGoing
        ? `The table ${quoted(target.TableName)} is still being deleted. Its name is free in a few seconds.`
        : `There is a table ${quoted(target.TableName)} already, and a restore never overwrites one.`,
      fixes: [{ title: `Restore into "${free}"`, edits: [{ kind: 'set', path, value: free }] }],
    };
  },
};

/** `Orders` -> `Orders-2` -> `Orders-3`, within 255 characters. */
function another(name: string): string {
  const [, stem = name, number] = /^(.*)-(\d{1,6})$/.exec(name) ?? [];
  return `${stem.slice(0, 240)}-${number === undefined ? 2 : Number(number) + 1}`;
}
