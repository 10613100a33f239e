// TableAlreadyExistsException: "Table already exists: <name>", for a table that is being deleted too; while it is itself being restored:
// TableInUseException (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-219, 275).
import type { Facts, TableDescription } from '../facts';
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
  *find(spec, facts) {
    const { target, ownRestore } = facts;
    // The table that this spec is making: `restore-under-way` tells of it.
    if (ownRestore !== undefined) return;
    if (typeof target === 'string' || target.TableName !== targetOf(spec)) return;
    const free = another(target.TableName, taken(facts));
    yield {
      at: { path, part: 'value' },
      message: whyTaken(target),
      fixes: [{ title: `Restore into ${quoted(free)}`, edits: [{ kind: 'set', path, value: free }] }],
    };
  },
};

function whyTaken({ TableName, TableStatus, RestoreSummary }: TableDescription): string {
  const name = quoted(TableName);
  if (TableStatus === 'DELETING')
    return `The table ${name} is still being deleted. Its name is free in a few seconds: wait for that.`;
  if (TableStatus !== 'CREATING')
    return `There is a table ${name} already, and a restore never overwrites one.`;
  return RestoreSummary?.RestoreInProgress === true
    ? `A table ${name} is being restored at this moment. Wait to see what becomes of it, or choose another name.`
    : `A table ${name} is being created at this moment. A restore never overwrites one.`;
}

/** Names that are known to be taken; none where the tables of the Region could not be listed. */
function taken({ choices, runningRestores }: Facts): ReadonlySet<string> {
  const running = typeof runningRestores === 'string' ? [] : runningRestores.map(({ target }) => target);
  return new Set([...(choices.destinationTables ?? []), ...running]);
}

/** `Orders` -> `Orders-2` -> `Orders-3`, within 255 characters: the first that is not taken. */
function another(name: string, names: ReadonlySet<string>): string {
  // The end of a date is no number to count up.
  const isDated = /\d{4}-\d{2}-\d{2}$/.test(name);
  const [, stem = name, number] = (isDated ? undefined : /^(.*)-(\d{1,6})$/.exec(name)) ?? [];
  let next = number === undefined ? 2 : Number(number) + 1;
  const named = () => `${stem.slice(0, 240)}-${next}`;
  while (names.has(named())) next++;
  return named();
}
