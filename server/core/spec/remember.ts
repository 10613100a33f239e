/**
 * Compute once for each object, and remember for as long as the object lives. For objects that never change, such as a spec or an answer
 * of AWS: then the second answer is the first.
 */
export function remember<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** An object that keeps what was worked out about it. */
export interface Remembering {
  readonly memory: Map<object, unknown>;
}

/**
 * The same for an object that keeps it itself. For what comes and goes with every keystroke: entries of a weak map that soon die are dear
 * to collect.
 */
export function rememberIn<Key extends Remembering, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    const found = key.memory.get(compute);
    // Only this function writes under this key.
    if (found !== undefined || key.memory.has(compute)) return found as Value;
    const value = compute(key);
    key.memory.set(compute, value);
    return value;
  };
}

/** The same for a text: the last answer is kept. A dozen rules ask in turn about the one ARN of a spec. */
export function rememberLast<Value>(compute: (text: string) => Value): (text: string) => Value {
  let last: { text: string; value: Value } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: compute(text) };
    return last.value;
  };
}
