/** Members that the API types as a time stamp and we carry as ISO 8601 strings. All stand at the top of their request. */
const TIMES = ['RestoreDateTime', 'TimeRangeLowerBound', 'TimeRangeUpperBound'];

/**
 * A request as the SDK wants it: times as Date, binary key attributes as bytes.
 * @throws RangeError for a time that is none
 */
export function toSdk(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      if (TIMES.includes(name)) return [name, timeOf(name, value)];
      if (name === 'Key') return [name, withBytes(value)];
      return [name, value];
    }),
  );
}

function timeOf(name: string, value: unknown): Date {
  const time = new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(time.getTime())) throw new RangeError(`${name} is not a time: ${JSON.stringify(value)}`);
  return time;
}

/** DynamoDB JSON carries bytes as base64; the SDK would encode a string once more. */
function withBytes(key: unknown): unknown {
  if (!isRecord(key)) return key;
  return Object.fromEntries(
    Object.entries(key).map(([name, value]) => {
      const bytes = isRecord(value) && Object.keys(value).length === 1 ? value['B'] : undefined;
      return [name, typeof bytes === 'string' ? { B: Buffer.from(bytes, 'base64') } : value];
    }),
  );
}

/** An answer as plain data: times as ISO strings, bytes as base64, no `$metadata`, no absent members. */
export function fromSdk(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(fromSdk);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => member !== undefined && name !== '$metadata')
      .map(([name, member]) => [name, fromSdk(member)]),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
