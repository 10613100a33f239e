import type { Facts } from '../../server/core/facts';
import { corpus } from '../core/json-corpus';
import { samples } from '../core/samples';
import { known } from '../rules/facts';
import { factsOfAllKinds } from './facts-of-all-kinds';
import { keptFindings, type KeptFinding } from './findings';
import { validSpec } from './grammar';
import { changedValues, mutatedText } from './mutations';
import { officialRequests } from './official-requests';
import { printed } from './printing';
import { randomOf, type Random } from './random';

/** One text to check, and what is known while it is checked. Seed and number make it again. */
export interface FuzzDocument {
  seed: number;
  number: number;
  /** Where it comes from; of a `valid` one the table of keys has nothing to complain of. */
  source: 'valid' | 'changed' | 'mutated' | 'kept';
  text: string;
  facts: Facts;
}

const kept: readonly string[] = [
  ...samples,
  ...officialRequests,
  ...corpus.map(({ text }) => text),
  ...keptFindings.map(({ text }) => text),
];
/** Real specs count for more than the edges of JSON. */
const grounds: readonly string[] = [...samples, ...officialRequests, ...keptFindings.map(({ text }) => text)];

export function documentOf(seed: number, number: number): FuzzDocument {
  const random = randomOf(seed, number);
  return { seed, number, ...textFrom(random), facts: factsOfAllKinds(random) };
}

export function documentFrom({ text, facts }: Pick<KeptFinding, 'text' | 'facts'>): FuzzDocument {
  return { seed: 0, number: 0, source: 'kept', text, facts: known(facts) };
}

/** 20 % valid, 35 % with other values, 38 % damaged, 7 % as they were kept. */
function textFrom(random: Random): Pick<FuzzDocument, 'source' | 'text'> {
  const share = random.below(100);
  if (share < 20) return { source: 'valid', text: printed(validSpec(random), random) };
  if (share < 55)
    return { source: 'changed', text: printed(changedValues(validSpec(random), random), random) };
  if (share < 80) return { source: 'mutated', text: mutatedText(printed(validSpec(random), random), random) };
  if (share < 90) return { source: 'mutated', text: mutatedText(random.pick(grounds), random) };
  if (share < 93) return { source: 'mutated', text: inSpec(random.pick(kept), random) };
  return { source: 'kept', text: random.pick(kept) };
}

/** A text as the value of some key of a spec. */
function inSpec(text: string, random: Random): string {
  const key = random.pick([
    'TargetTableName',
    'GlobalSecondaryIndexOverride',
    'AfterRestore',
    'Verify',
    'Extra',
  ]);
  return `{ "BackupArn": "arn", "${key}": ${text} }`;
}
