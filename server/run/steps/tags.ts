import type { Tag } from '../../core/facts';
import { memberOf } from '../../core/record';
import { allTags } from '../all-tags';
import { step } from '../step';

/** One call with the whole set: tags are written asynchronously and each write locks the next one out for about two seconds. */
export const tags = step<Tag[]>({
  setting: 'Tags',
  fits: (value): value is Tag[] =>
    Array.isArray(value) &&
    value.every(
      (tag) => typeof memberOf(tag, 'Key') === 'string' && typeof memberOf(tag, 'Value') === 'string',
    ),
  holds: async (value, { account, region, tableArn, signal }) => {
    const wanted = tagsOf(value);
    if (wanted.length === 0) return true;
    const tags = (await allTags(account, region, tableArn, signal)) ?? [];
    const found = new Map(tags.map(({ Key, Value }) => [Key, Value]));
    return wanted.every(({ Key, Value }) => found.get(Key) === Value);
  },
  write: (value, { account, region, tableArn }) =>
    account.write(region, 'TagResource', { ResourceArn: tableArn, Tags: tagsOf(value) }),
});

/** Keys that begin with `aws:` belong to AWS and are refused, in any case (API_Tag). */
function tagsOf(value: readonly Tag[]): Tag[] {
  return value.filter(({ Key }) => !/^aws:/i.test(Key));
}
