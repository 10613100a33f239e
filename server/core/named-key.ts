import type { Facts } from './facts';
import { parseKmsKey, partitionOf } from './spec/arn';
import { destinationRegion, tableAccount } from './spec/request';
import type { Spec } from './spec/spec';
import { stringAt } from './spec/tree';

/** Where a spec names the key of the new table. */
export const keyPath = ['SSESpecificationOverride', 'KMSMasterKeyId'];

/** A key of AWS KMS and the Region to ask for it. */
export interface KeyToAsk {
  keyId: string;
  region: string;
}

/**
 * The key that a spec names, and who can describe it: the Region of its ARN, else the destination. Undefined where nobody is to be asked: the
 * text is no key, its Region is not known, or the text alone tells enough (an ARN of another account than the file is about, an alias that is
 * reserved for AWS).
 */
export function namedKey(spec: Spec, facts: Facts): KeyToAsk | undefined {
  const keyId = describableKey(spec);
  if (keyId === undefined) return undefined;
  const key = parseKmsKey(keyId);
  const region = 'region' in key ? key.region : destinationRegion(spec, facts);
  return region === undefined || partitionOf(region) === undefined ? undefined : { keyId, region };
}

/** The key a spec names, as far as the text alone tells that it is worth asking about. */
export function describableKey(spec: Spec): string | undefined {
  const keyId = stringAt(spec, keyPath);
  if (keyId === undefined) return undefined;
  const key = parseKmsKey(keyId);
  const account = tableAccount(spec);
  const isForeign = 'account' in key && account !== undefined && key.account !== account;
  const isReserved = /(^|:)alias\/aws\//.test(keyId);
  return key.kind === 'other' || isForeign || isReserved ? undefined : keyId;
}
