import type { Facts, KeyMetadata } from './facts';
import type { Fix } from './rules/rule';
import { crossesRegions } from './spec/request';
import type { Spec } from './spec/spec';

/**
 * Whether DynamoDB can use a key as it is now. `Updating` is a short state of a multi-Region key in which it works ("Key states of AWS KMS
 * keys", AWS KMS Developer Guide).
 */
export function isUsable({ KeyState: state }: KeyMetadata): boolean {
  return state === undefined || state === 'Enabled' || state === 'Updating';
}

/** Leave the choice of key out: the new table keeps the key of the source, where that key is known to work. */
export function* keepSourceKey(spec: Spec, { sourceKey }: Facts): Iterable<Fix> {
  if (typeof sourceKey === 'string' || !isUsable(sourceKey) || crossesRegions(spec)) return;
  yield {
    title: 'Keep the key of the source: remove SSESpecificationOverride',
    edits: [{ kind: 'remove', path: ['SSESpecificationOverride'] }],
  };
}
