import type { Tag } from '../../core/facts';
import { memberOf } from '../../core/record';
import { step, type Place } from '../step';

/** A table has at most 50 tags; more pages than this come from no honest answer. */
const mostPages = 20;

/** One call with the whole set: tags are written asynchronously and each write locks the next one out for about two seconds. */
export const tags = step<Tag[]>({
  setting: 'Tags',
  fits: (value): value is Tag[] =>
    Array.isArray(value) &&
    value.every(
      (tag) => typeof memberOf(tag, 'Key') === 'string' && typeof memberOf(tag, 'Value') === 'string',
    ),
  holds: async (value, place) => {
    const wanted = tagsOf(value);
    if (wanted.length === 0) return true;
    const found = await read(place);
    return wanted.every(({ Key, Value }) => found.get(Key) === Value);
  },
  write: (value, { account, region, tableArn }) =>
    account.write(region, 'TagResource', { ResourceArn: tableArn, Tags: tagsOf(value) }),
});

/** Keys that begin with `aws:` belong to AWS and are refused, in any case (API_Tag). */
function tagsOf(value: readonly Tag[]): Tag[] {
  return value.filter(({ Key }) => !/^aws:/i.test(Key));
}

async function read({ account, region, tableArn, signal }: Place): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let token: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const next = token === undefined ? {} : { NextToken: token };
    const answer = await account.read(
      region,
      'ListTagsOfResource',
      { ResourceArn: tableArn, ...next },
      signal,
    );
    for (const { Key, Value } of answer.Tags) found.set(Key, Value);
    token = answer.NextToken;
    if (token === undefined) break;
  }
  return found;
}
