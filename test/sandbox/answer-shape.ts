/** What the API model says of an answer, held against the JSON that came over the wire. */
import { readFileSync } from 'node:fs';

interface ModelShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, string>>;
  readonly member?: string;
  readonly value?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
}

interface Model {
  readonly operations: Readonly<
    Record<string, { readonly output?: string; readonly errors: readonly string[] }>
  >;
  readonly shapes: Readonly<Record<string, ModelShape>>;
}

const file = new URL('../facts/dynamodb-answers.json', import.meta.url);
const model = JSON.parse(readFileSync(file, 'utf8')) as Model;

export const modelledOperations = Object.keys(model.operations);

/** Errors that any operation may answer with: they come from in front of it, and no model names them (API Reference, Common Errors). */
const commonErrors = new Set([
  'AccessDeniedException',
  'ExpiredTokenException',
  'IncompleteSignatureException',
  'InternalFailure',
  'InternalServerError',
  'MissingAuthenticationTokenException',
  'SerializationException',
  'ThrottlingException',
  'UnknownOperationException',
  'ValidationException',
]);

/** The sandbox's own "I do not know": no answer of the service, and no fault of the sandbox. */
const ownErrors = new Set(['SandboxNotKnownException', 'SandboxNotImitatedException']);

/** Measured answers that the operation's model does not name (aws-controllers-k8s/dynamodb-controller, docs/api-quirks). */
const unmodelled: Readonly<Record<string, readonly string[]>> = {
  RestoreTableToPointInTime: ['BackupInUseException'],
};

/** The service's own SYSTEM backups have a name that the model's pattern does not allow (Developer Guide, "Point-in-time recovery"). */
const systemBackupName = /^[\w.-]+\$DeletedTableBackup$/;

/** All that is wrong with an answer, as sentences; none for one that the SDKs of all languages can read. */
export function answerFaults(operation: string, status: number, text: string): string[] {
  const known = model.operations[operation];
  if (known === undefined) return [`${operation} is not in the model`];
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (status !== 200) return errorFaults(operation, known.errors, body);
  return known.output === undefined ? [] : shapeFaults(known.output, body, operation);
}

function errorFaults(operation: string, modelled: readonly string[], body: unknown): string[] {
  const { __type: type, message } = (body ?? {}) as Record<string, unknown>;
  const [, code] = /^[\w.]+#(\w+)$/.exec(String(type)) ?? [];
  if (code === undefined) return [`${operation}: __type is ${String(type)}`];
  const allowed = [...modelled, ...commonErrors, ...ownErrors, ...(unmodelled[operation] ?? [])];
  return [
    ...(allowed.includes(code) ? [] : [`${operation} cannot answer ${code}`]),
    ...(typeof message === 'string' ? [] : [`${operation}: ${code} has no message`]),
  ];
}

function shapeFaults(name: string, value: unknown, path: string): string[] {
  const shape = model.shapes[name];
  if (shape === undefined) return [`${path}: the model has no ${name}`];
  switch (shape.type) {
    case 'structure':
      return structureFaults(shape, value, path);
    case 'list':
      if (!Array.isArray(value)) return [`${path} is no list`];
      return value.flatMap((inner, n) => shapeFaults(shape.member ?? '', inner, `${path}[${n}]`));
    case 'map':
      if (!isObject(value)) return [`${path} is no map`];
      return Object.entries(value).flatMap(([key, inner]) =>
        shapeFaults(shape.value ?? '', inner, `${path}.${key}`),
      );
    case 'timestamp':
      return isEpochSeconds(value) ? [] : [`${path} is not epoch seconds: ${String(value)}`];
    case 'integer':
    case 'long':
      return Number.isInteger(value) ? [] : [`${path} is no whole number: ${String(value)}`];
    case 'double':
      return typeof value === 'number' ? [] : [`${path} is no number`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path} is not true or false`];
    default:
      return textFaults(shape, value, path);
  }
}

function structureFaults(
  { members = {}, required = [] }: ModelShape,
  value: unknown,
  path: string,
): string[] {
  if (!isObject(value)) return [`${path} is no structure`];
  const missing = required
    .filter((name) => value[name] === undefined)
    .map((name) => `${path}.${name} is missing`);
  const inner = Object.entries(value).flatMap(([name, member]) => {
    const shape = members[name];
    return shape === undefined
      ? [`${path}.${name} is not in the model`]
      : shapeFaults(shape, member, `${path}.${name}`);
  });
  return [...missing, ...inner];
}

function textFaults(shape: ModelShape, value: unknown, path: string): string[] {
  if (typeof value !== 'string') return [`${path} is no text`];
  const { min = 0, max = Infinity, pattern } = shape;
  return [
    ...(shape.enum === undefined || shape.enum.includes(value) ? [] : [`${path} cannot be ${value}`]),
    ...(value.length >= min && value.length <= max ? [] : [`${path} is ${value.length} characters long`]),
    ...(pattern === undefined || new RegExp(`^(?:${pattern})$`).test(value) || systemBackupName.test(value)
      ? []
      : [`${path} is not of its pattern: ${value}`]),
  ];
}

/** Between 2001 and 2100: milliseconds would be far above, and texts are no numbers. */
function isEpochSeconds(value: unknown): boolean {
  return typeof value === 'number' && value > 1_000_000_000 && value < 4_200_000_000;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
