import type { Facts } from './facts';
import { destinationRegion, sourceOf, sourceRegion, targetOf } from './spec/request';
import type { Spec } from './spec/spec';

/**
 * What facts gathered for one spec still say about another: those about the source while both name the same source, that about the target
 * while both name the same target in the same Region. The others are unknown.
 */
export function stillKnown(facts: Facts, before: Spec, after: Spec): Facts {
  const sameSource = sourceKey(before, facts) === sourceKey(after, facts);
  const sameTarget = targetKey(before, facts) === targetKey(after, facts);
  return {
    ...facts,
    ...(!sameSource && {
      backup: 'unknown',
      source: 'unknown',
      continuousBackups: 'unknown',
      sourceTimeToLive: 'unknown',
      sourceTags: 'unknown',
    }),
    ...(!sameTarget && { target: 'unknown' }),
  };
}

function sourceKey(spec: Spec, facts: Facts): string {
  const source = sourceOf(spec);
  const name = source?.kind === 'backup' ? source.backupArn : [source?.tableArn, source?.tableName];
  return JSON.stringify([source?.kind, name, sourceRegion(spec, facts)]);
}

function targetKey(spec: Spec, facts: Facts): string {
  return JSON.stringify([targetOf(spec), destinationRegion(spec, facts)]);
}
