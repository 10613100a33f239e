/** JSON with sorted keys: equal data gives equal text, however it was written. Lists keep their order, which has a meaning in requests. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = new Map(Object.entries(value));
  const written: string[] = [];
  for (const key of [...members.keys()].toSorted()) {
    const member: unknown = members.get(key);
    if (member !== undefined) written.push(`${JSON.stringify(key)}:${canonical(member)}`);
  }
  return `{${written.join(',')}}`;
}
