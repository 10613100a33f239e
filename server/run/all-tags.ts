import type { Tag } from '../core/facts';
import type { Account } from './ports';

/** A table has at most 50 tags; more pages than this come from no honest answer. */
const mostPages = 20;

/** Every tag of a table; `undefined` when the pages have no end. */
export async function allTags(
  account: Pick<Account, 'read'>,
  region: string,
  ResourceArn: string,
  signal?: AbortSignal,
): Promise<Tag[] | undefined> {
  const tags: Tag[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const next = token === undefined ? {} : { NextToken: token };
    const answer = await account.read(region, 'ListTagsOfResource', { ResourceArn, ...next }, signal);
    tags.push(...answer.Tags);
    token = answer.NextToken;
    if (token === undefined) return tags;
  }
  return undefined;
}
