/** TagResource, UntagResource and ListTagsOfResource. A write can be read only after a while, and locks the tags until then. */
import type { Table, Tag } from '../state/table';
import { invalid, overLimit, resourceNotFound } from '../wire/error';
import { listOf, may, must, record } from '../wire/shape';
import { tableOfResource } from './locate';
import { operation, type Call, type Operation } from './operation';
import { freeText, tag } from './shapes';
import { checkTagKey, checkTags } from './tag-rules';

function taggedTable(call: Call, arn: string): Table {
  return tableOfResource(call, arn, (given) => resourceNotFound(`ResourceArn: ${given}`));
}

function tagResource(input: { ResourceArn: string; Tags: Tag[] }, call: Call): object {
  checkTags(input.Tags);
  const table = taggedTable(call, input.ResourceArn);
  const given = new Map(input.Tags.map(({ Key, Value }) => [Key, Value]));
  const merged = new Map([...table.tags.map(({ Key, Value }): [string, string] => [Key, Value]), ...given]);
  if (merged.size > 50) {
    throw invalid(
      `Number of Tags exceed the current limit for the provided ResourceArn ${input.ResourceArn}`,
    );
  }
  write(call, table, tagsOf(merged), given);
  return {};
}

function untagResource(input: { ResourceArn: string; TagKeys: string[] }, call: Call): object {
  for (const key of input.TagKeys) checkTagKey(key);
  const table = taggedTable(call, input.ResourceArn);
  const gone = new Set(input.TagKeys);
  write(
    call,
    table,
    table.tags.filter(({ Key }) => !gone.has(Key)),
    new Map(),
  );
  return {};
}

/** A write that changes nothing is free. A second one within the lock passes only if it holds all that is still on its way. */
function write(call: Call, table: Table, tags: Tag[], given: ReadonlyMap<string, string>): void {
  const { tagWrite } = table;
  const locked = tagWrite !== undefined && tagWrite.lockedUntil > call.now;
  if (locked && !contains(given, tagWrite.added)) {
    throw overLimit(`Table tags are being updated: ${table.name}`);
  }
  if (isSame(tags, table.tags)) return;
  call.spend(0.9);
  const { tagsLag, tagsLock } = call.world.durations;
  table.tagWrite = {
    before: readable(table, call.now),
    readableAt: call.now + tagsLag,
    lockedUntil: call.now + tagsLock,
    added: tagsOf(given),
  };
  table.tags = tags;
}

function contains(given: ReadonlyMap<string, string>, added: readonly Tag[]): boolean {
  return added.length > 0 && added.every(({ Key, Value }) => given.get(Key) === Value);
}

function isSame(a: readonly Tag[], b: readonly Tag[]): boolean {
  const values = new Map(a.map(({ Key, Value }) => [Key, Value]));
  return a.length === b.length && b.every(({ Key, Value }) => values.get(Key) === Value);
}

function tagsOf(tags: ReadonlyMap<string, string>): Tag[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

function readable({ tagWrite, tags }: Table, now: number): Tag[] {
  return tagWrite !== undefined && tagWrite.readableAt > now ? tagWrite.before : tags;
}

/** Pages of ten, as the service serves them. */
function listTags(input: { ResourceArn: string; NextToken?: string }, call: Call): object {
  const tags = readable(taggedTable(call, input.ResourceArn), call.now);
  const start = Number(input.NextToken ?? 0);
  if (!Number.isInteger(start) || start < 0) throw invalid('Invalid NextToken');
  const next = start + 10;
  return { Tags: tags.slice(start, next), ...(tags.length > next && { NextToken: String(next) }) };
}

export const tagOperations: Record<string, Operation> = {
  TagResource: operation(record({ ResourceArn: must(freeText), Tags: must(listOf(tag)) }), tagResource),
  UntagResource: operation(
    record({ ResourceArn: must(freeText), TagKeys: must(listOf(freeText)) }),
    untagResource,
  ),
  ListTagsOfResource: operation(record({ ResourceArn: must(freeText), NextToken: may(freeText) }), listTags),
};
