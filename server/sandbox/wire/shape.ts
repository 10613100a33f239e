/**
 * What a request must look like. A shape reads the JSON that came in, drops what it does not know (as the service does), and notes
 * every broken constraint in the service's words; all of them come back in one text.
 */
import { ApiError, invalid } from './error';
import { notKnown } from './gaps';

export interface Shape<T> {
  /** @param path where the value stands, in the service's spelling: `globalSecondaryIndexOverride.1.member.indexName` */
  read(value: unknown, path: string, faults: string[]): T;
}

export type Infer<S> = S extends Shape<infer T> ? T : never;

interface Member<T, R extends boolean> {
  readonly shape: Shape<T>;
  readonly required: R;
}
type Members = Record<string, Member<unknown, boolean>>;
type Flat<T> = { [K in keyof T]: T[K] };
type Read<M extends Members> = Flat<
  {
    [K in keyof M as M[K]['required'] extends true ? K : never]: M[K] extends Member<infer T, boolean>
      ? T
      : never;
  } & {
    [K in keyof M as M[K]['required'] extends true ? never : K]?: M[K] extends Member<infer T, boolean>
      ? T
      : never;
  }
>;

/** A member that must be there. */
export function must<T>(shape: Shape<T>): Member<T, true> {
  return { shape, required: true };
}

/** A member that may be there. */
export function may<T>(shape: Shape<T>): Member<T, false> {
  return { shape, required: false };
}

/**
 * Reads a request.
 * @throws ApiError `SerializationException` at the first value of a wrong JSON type, else `ValidationException` with all faults
 */
export function parse<T>(shape: Shape<T>, value: unknown): T {
  const faults: string[] = [];
  const read = shape.read(value, '', faults);
  if (faults.length > 0) throw invalidShape(faults);
  return read;
}

/** All faults of a request in one text. */
export function invalidShape(faults: readonly string[]): ApiError {
  const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected: `;
  return invalid(count + faults.join('; '));
}

/** One fault in the service's words. */
export function fault(value: unknown, path: string, constraint: string): string {
  return `Value ${shown(value)} at '${path}' failed to satisfy constraint: Member must ${constraint}`;
}

export function record<M extends Members>(members: M): Shape<Read<M>> {
  return {
    read(value, path, faults) {
      const given = expectObject(value);
      const result: Record<string, unknown> = {};
      for (const [name, member] of Object.entries(members)) {
        const inner = given[name] ?? undefined;
        const innerPath = path === '' ? lowerFirst(name) : `${path}.${lowerFirst(name)}`;
        if (inner !== undefined) result[name] = member.shape.read(inner, innerPath, faults);
        else if (member.required) faults.push(fault(null, innerPath, 'not be null'));
      }
      return result as Read<M>;
    },
  };
}

interface TextRule {
  readonly min?: number;
  readonly max?: number;
  /** A regular expression for the whole text, shown as it stands. */
  readonly pattern?: string;
}

export function text(rule: TextRule = {}): Shape<string> {
  const pattern = rule.pattern === undefined ? undefined : new RegExp(`^(?:${rule.pattern})$`);
  return {
    read(value, path, faults) {
      const read = expectText(value);
      if (pattern !== undefined && !pattern.test(read)) {
        faults.push(fault(read, path, `satisfy regular expression pattern: ${rule.pattern}`));
      }
      faults.push(...lengthFaults(read, path, rule));
      return read;
    },
  };
}

/** One of some words, case-sensitive. */
export function oneOf<const W extends string>(words: readonly W[]): Shape<W> {
  const isWord = (read: string): read is W => (words as readonly string[]).includes(read);
  return {
    read(value, path, faults) {
      const read = expectText(value);
      if (!isWord(read)) faults.push(fault(read, path, `satisfy enum value set: [${words.join(', ')}]`));
      return read as W;
    },
  };
}

interface NumberRule {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number. What the service makes of a fraction, nobody has tried. */
export function whole(rule: NumberRule = {}): Shape<number> {
  return {
    read(value, path, faults) {
      const read = expectNumber(value, 'Long');
      if (!Number.isInteger(read)) throw notKnown('whole-number-cut');
      const { min = -Infinity, max = Infinity } = rule;
      if (read < min) faults.push(fault(read, path, `have value greater than or equal to ${min}`));
      if (read > max) faults.push(fault(read, path, `have value less than or equal to ${max}`));
      return read;
    },
  };
}

export const decimal: Shape<number> = { read: (value) => expectNumber(value, 'Double') };

/** A moment, sent as epoch seconds with a fraction and read as epoch milliseconds. */
export const moment: Shape<number> = { read: (value) => Math.round(expectNumber(value, 'Date') * 1000) };

export const flag: Shape<boolean> = {
  read(value) {
    if (typeof value !== 'boolean') throw wrongType(value, 'Boolean');
    return value;
  },
};

export function listOf<T>(element: Shape<T>, rule: NumberRule = {}): Shape<T[]> {
  return {
    read(value, path, faults) {
      if (!Array.isArray(value)) throw wrongType(value, 'List');
      faults.push(...lengthFaults(value, path, rule));
      return value.map((inner: unknown, index) => element.read(inner, `${path}.${index + 1}.member`, faults));
    },
  };
}

/** Any JSON object, left as it is: its insides are somebody else's business. */
export const anything: Shape<Record<string, unknown>> = { read: (value) => expectObject(value) };

function lengthFaults(value: string | readonly unknown[], path: string, rule: NumberRule): string[] {
  const { min = 0, max = Infinity } = rule;
  const faults: string[] = [];
  if (value.length < min) faults.push(fault(value, path, `have length greater than or equal to ${min}`));
  if (value.length > max) faults.push(fault(value, path, `have length less than or equal to ${max}`));
  return faults;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value))
    return `'[${value.map((inner) => (typeof inner === 'string' ? inner : JSON.stringify(inner))).join(', ')}]'`;
  return typeof value === 'string' ? `'${value}'` : `'${JSON.stringify(value)}'`;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function expectObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongType(value, 'Structure');
  return value as Record<string, unknown>;
}

function expectText(value: unknown): string {
  if (typeof value !== 'string') throw wrongType(value, 'String');
  return value;
}

function expectNumber(value: unknown, type: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(value, type);
  return value;
}

function wrongType(value: unknown, type: string): ApiError {
  return new ApiError('SerializationException', wrongTypeText(value, type));
}

function wrongTypeText(value: unknown, type: string): string {
  if (Array.isArray(value)) return 'Start of list found where not expected';
  if (typeof value === 'object') return 'Start of structure or map found where not expected';
  if (type === 'Structure' || type === 'List') return 'Unexpected field type';
  const kinds: Record<string, string> = { string: 'STRING', number: 'NUMBER' };
  const kind = kinds[typeof value] ?? (value === true ? 'TRUE' : 'FALSE');
  return `${kind}_VALUE cannot be converted to ${type}`;
}
