import { partition } from '@aws-sdk/core/client';

export interface Partition {
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  name: string;
  /** Host suffixes of the partition's services, IPv4 first: `amazonaws.com`, `api.aws`. */
  suffixes: string[];
}

/** A Region becomes a part of a host name, so nothing else may pass for one: an ARN in a file of a stranger names Regions too. */
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d{1,2}$/;

export function isRegion(text: string): boolean {
  return text.length <= 40 && REGION.test(text);
}

/** The partition of a Region, from the SDK's own list; an unknown Region counts as commercial, as for the SDK. */
export function partitionOf(region: string): Partition {
  const known = partition(region);
  return { name: known.name, suffixes: [known.dnsSuffix, known.dualStackDnsSuffix] };
}
