/** Short ways to write sample tables and items. */
import type { AttributeMap } from '../state/table';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Plain values as an item in DynamoDB JSON; a text array becomes a string set. */
export function item(values: Record<string, string | number | boolean | readonly string[]>): AttributeMap {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, attribute(value)]));
}

function attribute(value: string | number | boolean | readonly string[]): Record<string, unknown> {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  return typeof value === 'boolean' ? { BOOL: value } : { SS: [...value] };
}

/** Definitions of attributes: `names` are strings, `numbers` numbers. */
export function attributes(names: readonly string[], numbers: readonly string[] = []): object[] {
  const define = (type: 'S' | 'N') => (name: string) => ({ AttributeName: name, AttributeType: type });
  return [...names.map(define('S')), ...numbers.map(define('N'))];
}

/** A key schema of one partition key and maybe one sort key. */
export function keys(hash: string, range?: string): object[] {
  const first = { AttributeName: hash, KeyType: 'HASH' };
  return range === undefined ? [first] : [first, { AttributeName: range, KeyType: 'RANGE' }];
}

export const all = { ProjectionType: 'ALL' };
export const keysOnly = { ProjectionType: 'KEYS_ONLY' };
export const include = (...names: string[]): object => ({
  ProjectionType: 'INCLUDE',
  NonKeyAttributes: names,
});

export const units = (read: number, write: number): object => ({
  ReadCapacityUnits: read,
  WriteCapacityUnits: write,
});

export function tags(values: Record<string, string>): object[] {
  return Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
}

/** An ISO time with second precision, as an application would store it. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
