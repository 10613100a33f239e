/** Where the calls that answer in pages have their tokens: in the request, and in the answer. */
const tokens: readonly (readonly [asked: string, answered: string])[] = [
  ['ExclusiveStartTableName', 'LastEvaluatedTableName'],
  ['ExclusiveStartBackupArn', 'LastEvaluatedBackupArn'],
  ['ExclusiveStartKey', 'LastEvaluatedKey'],
  ['NextToken', 'NextToken'],
  ['Marker', 'NextMarker'],
];

/** An answer in JSON whose next page is the one that was asked for; a first page stays as it is. */
export function repeatedToken(asked: unknown, body: string): string {
  const request = asked as Record<string, unknown>;
  const [from, to] = tokens.find(([member]) => request[member] !== undefined) ?? [];
  if (from === undefined || to === undefined) return body;
  return JSON.stringify({ ...(JSON.parse(body) as object), [to]: request[from] });
}
