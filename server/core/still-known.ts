import type { Choices, Facts } from './facts';
import { namedKey } from './named-key';
import { destinationRegion, sourceOf, sourceRegion, sourceTableName, targetOf } from './spec/request';
import type { Spec } from './spec/spec';

/**
 * What facts gathered for one spec still say about another: those about the source while both name the same source, that about the target
 * while both name the same target in the same Region, that about the key while both name the same key. Where a list of all names is known, a
 * name that is not on it is free. The others are unknown.
 */
export function stillKnown(facts: Facts, before: Spec, after: Spec): Facts {
  const same = (key: (spec: Spec, facts: Facts) => unknown) =>
    JSON.stringify(key(before, facts)) === JSON.stringify(key(after, facts));
  return {
    ...facts,
    ...(!same(sourceKey) && {
      backup: 'unknown',
      source: 'unknown',
      continuousBackups: 'unknown',
      sourceTimeToLive: 'unknown',
      sourceTags: 'unknown',
      sourceKey: 'unknown',
    }),
    ...(!same(targetKey) && { target: isFree(facts, before, after) ? 'missing' : 'unknown' }),
    ...(!same(namedKey) && { encryptionKey: 'unknown' }),
    choices: choicesFor(facts.choices, {
      destinationTables: same(destinationRegion),
      sourceTables: same(sourceRegion),
      sourceInUse: same(sourceTableName),
      backups: same(sourceTableName) && same(sourceRegion),
      aliases: same(destinationRegion),
    }),
  };
}

function sourceKey(spec: Spec, facts: Facts): unknown {
  const source = sourceOf(spec);
  const name = source?.kind === 'backup' ? source.backupArn : [source?.tableArn, source?.tableName];
  return [source?.kind, name, sourceRegion(spec, facts)];
}

function targetKey(spec: Spec, facts: Facts): unknown {
  return [targetOf(spec), destinationRegion(spec, facts)];
}

function isFree(facts: Facts, before: Spec, after: Spec): boolean {
  const target = targetOf(after);
  const { destinationTables } = facts.choices;
  if (target === undefined || destinationTables === undefined) return false;
  return (
    destinationRegion(before, facts) === destinationRegion(after, facts) &&
    !destinationTables.includes(target)
  );
}

function choicesFor(choices: Choices, holds: Record<keyof Choices, boolean>): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([name]) => holds[name as keyof Choices]));
}
