import type { Expectation } from '../core/journal';
import type { Plan } from '../core/plan';
import { memberOf, objectsIn } from '../core/record';

/**
 * What of a plan tells our table from another. Of a point-in-time restore only the key is sure: AWS's pages disagree whether indexes and
 * capacity are today's or those of the chosen time.
 */
export function expectationOf({ operation, restored }: Plan): Expectation {
  const KeySchema = objectsIn(restored['KeySchema']).map((key) => ({
    AttributeName: String(memberOf(key, 'AttributeName')),
    KeyType: String(memberOf(key, 'KeyType')),
  }));
  const expected: Expectation = KeySchema.length === 0 ? {} : { KeySchema };
  if (operation === 'RestoreTableToPointInTime') return expected;
  const billing = restored['BillingMode'];
  if (typeof billing === 'string') expected.BillingMode = billing;
  const globals = namesOf(restored['GlobalSecondaryIndexes']);
  if (globals !== undefined) expected.GlobalSecondaryIndexes = globals;
  const locals = namesOf(restored['LocalSecondaryIndexes']);
  if (locals !== undefined) expected.LocalSecondaryIndexes = locals;
  return expected;
}

/** An empty list may only mean that none were recorded; one that was asked for stands in the request itself. */
function namesOf(indexes: unknown): string[] | undefined {
  const names = objectsIn(indexes).map(({ IndexName }) => String(IndexName));
  return names.length === 0 ? undefined : names;
}
