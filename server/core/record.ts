/** Plain data of unknown shape: what a user wrote, or what a call answered. */
export type Data = Record<string, unknown>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of an object; undefined when there is no object, or no such member. */
export function memberOf(value: unknown, key: string): unknown {
  return isData(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The objects in a list; none when there is no list. */
export function objectsIn(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(isData) : [];
}

/** The members of an object that are there, in the order of `keys`. */
export function pick(value: Data, keys: readonly string[]): Data {
  return Object.fromEntries(keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]));
}
