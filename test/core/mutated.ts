import fc from 'fast-check';
import { validSpec } from '../fuzz/grammar';
import { changedValues, mutatedText } from '../fuzz/mutations';
import { printed } from '../fuzz/printing';
import { randomOf } from '../fuzz/random';

/** The documents of `test/fuzz` for properties that fast-check drives. */
const choices = fc.nat().map((seed) => randomOf(seed));

/** A spec in which one to six values or keys are others: always JSON, seldom what was meant. */
export const changedDocument: fc.Arbitrary<string> = choices.map((random) =>
  printed(changedValues(validSpec(random), random), random),
);

/** A spec with one to six mutations: half typed, damaged or hostile. */
export const mutatedDocument: fc.Arbitrary<string> = choices.map((random) =>
  mutatedText(printed(validSpec(random), random), random),
);
