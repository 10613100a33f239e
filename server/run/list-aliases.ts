import type { KeyAlias } from '../core/facts';
import { EndlessList } from './list';
import type { Account } from './ports';

const pageSize = 100;
/** Nobody has ten thousand: a list that does not end by then is none. */
const mostPages = 100;

/** Every alias of the account in a Region, in the order of AWS KMS. */
export async function everyAlias(
  account: Account,
  region: string,
  signal?: AbortSignal,
): Promise<KeyAlias[]> {
  const found: KeyAlias[] = [];
  let marker: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const from = marker === undefined ? {} : { Marker: marker };
    const answer = await account.read(region, 'ListAliases', { Limit: pageSize, ...from }, signal);
    found.push(...answer.Aliases);
    // "Truncated: ... when true, you can use NextMarker" (API_ListAliases).
    if (answer.Truncated !== true || answer.NextMarker === undefined) return found;
    marker = answer.NextMarker;
  }
  throw new EndlessList(`ListAliases in ${region} does not come to an end: the list is not complete.`);
}
