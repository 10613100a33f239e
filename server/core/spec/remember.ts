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
