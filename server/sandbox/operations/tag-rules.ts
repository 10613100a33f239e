/** What a tag may be. Texts: aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-102 and its neighbours. */
import type { Tag } from '../state/table';
import { invalid } from '../wire/error';

const allowed = /^[\p{L}\p{N}\p{Z}+\-=._:/@]*$/u;

/** @throws ApiError at the first tag that is not allowed; then no tag of the call is applied */
export function checkTags(tags: readonly Tag[]): void {
  if (tags.length === 0) throw invalid('Atleast one Tag needs to be provided as Input');
  for (const { Key, Value } of tags) {
    checkTagKey(Key);
    if (!allowed.test(Value) || Value.length > 256) {
      throw invalid(`The Tag Value provided is invalid, Value: ${Value}`);
    }
  }
}

export function checkTagKey(key: string): void {
  if (/^aws:/i.test(key)) throw invalid(`Tag Key cannot be prefixed with aws:, Key: ${key}`);
  if (key === '' || key.length > 128 || !allowed.test(key))
    throw invalid(`The Tag Key provided is invalid, Key: ${key}`);
}
