import type { Shape } from '../../server/core/spec/kind';
import facts from '../facts/dynamodb-requests.json';

/** A shape of the API model, cut down to what can be broken. */
export interface ApiShape {
  type: string;
  required?: string[];
  enum?: string[];
  min?: number;
  max?: number;
  pattern?: string;
  members?: Record<string, string>;
  member?: string;
}

export type Service = 'dynamodb' | 'applicationAutoScaling';

const shapes: Record<Service, Record<string, ApiShape>> = facts;

export function apiShape(service: Service, name: string): ApiShape {
  const found = shapes[service][name];
  if (!found) throw new Error(`The facts have no shape ${name}.`);
  return found;
}

/** Several structures read as one: their members, and what any of them requires. */
export function merged(service: Service, names: readonly string[]): ApiShape {
  const all = names.map((name) => apiShape(service, name));
  return {
    type: 'structure',
    members: Object.assign({}, ...all.map(({ members }) => members)) as Record<string, string>,
    required: all.flatMap(({ required = [] }) => required),
  };
}

/**
 * How our shape departs from the API's, member for member and bound for bound, as `path: what API -> ours`. Nothing is left out: what is
 * meant to depart is for the caller to name.
 */
export function departures(path: string, service: Service, api: ApiShape, ours: Shape): string[] {
  const shape = ours.kind === 'words-or' ? ours.shape : ours;
  const kind = kinds[api.type] ?? api.type;
  if (shape.kind !== kind) return [`${path}: kind ${kind} -> ${shape.kind}`];
  if (shape.kind === 'list')
    return [
      ...boundsOf(path, api, shape),
      ...departures(`${path}[]`, service, of(service, api.member), shape.of),
    ];
  if (shape.kind === 'object') return ofMembers(path, service, api, shape);
  return boundsOf(path, api, shape);
}

/** A timestamp is written as text, as JSON has no other way; `long` and `double` differ in `whole`. */
const kinds: Record<string, Shape['kind']> = {
  structure: 'object',
  list: 'list',
  string: 'string',
  timestamp: 'string',
  boolean: 'boolean',
  long: 'number',
  integer: 'number',
  double: 'number',
};

function of(service: Service, name: string | undefined): ApiShape {
  return apiShape(service, name ?? '');
}

function ofMembers(
  path: string,
  service: Service,
  api: ApiShape,
  { members }: Extract<Shape, { kind: 'object' }>,
): string[] {
  const names = new Set([...Object.keys(api.members ?? {}), ...Object.keys(members)]);
  return [...names].flatMap((name) => {
    const place = path === '' ? name : `${path}.${name}`;
    const member = members[name];
    const theirs = api.members?.[name];
    if (!member) return [`${place}: not ours`];
    if (theirs === undefined) return [`${place}: not the API's`];
    return [
      ...differing(place, 'required', api.required?.includes(name) ?? false, member.required ?? false),
      ...departures(place, service, of(service, theirs), member.shape),
    ];
  });
}

function boundsOf(path: string, api: ApiShape, shape: Shape): string[] {
  const ours = boundsOfOurs(shape);
  const theirs: typeof ours = {
    min: api.min,
    max: api.max,
    pattern: api.pattern,
    enum: api.enum?.toSorted().join(' '),
    whole: api.type === 'long' || api.type === 'integer' ? true : undefined,
    besides: undefined,
  };
  return Object.entries(theirs).flatMap(([name, value]) =>
    differing(path, name, value, ours[name as keyof typeof ours]),
  );
}

interface Bounds {
  min: number | undefined;
  max: number | undefined;
  pattern: string | undefined;
  enum: string | undefined;
  whole: true | undefined;
  /** Numbers that are let through although they are out of bounds. */
  besides: string | undefined;
}

function boundsOfOurs(shape: Shape): Bounds {
  const none: Bounds = {
    min: undefined,
    max: undefined,
    pattern: undefined,
    enum: undefined,
    whole: undefined,
    besides: undefined,
  };
  if (shape.kind === 'list') return { ...none, min: shape.minItems, max: shape.maxItems };
  if (shape.kind === 'string') {
    const { minLength: min, maxLength: max, values, pattern } = shape;
    const whole = pattern?.regex.source.replace(/^\^|\$$/g, '');
    return { ...none, min, max, pattern: whole, enum: values?.toSorted().join(' ') };
  }
  if (shape.kind !== 'number') return none;
  // JSON numbers are carried exactly up to 2^53 - 1: the bound of every number of ours that has no other.
  const max = shape.max === Number.MAX_SAFE_INTEGER ? undefined : shape.max;
  const besides = shape.besides?.join(' ');
  return { ...none, min: shape.min, max, whole: shape.integer ? true : undefined, besides };
}

function differing(path: string, what: string, theirs: unknown, ours: unknown): string[] {
  return theirs === ours ? [] : [`${path}: ${what} ${String(theirs)} -> ${String(ours)}`];
}
