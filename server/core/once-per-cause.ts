import { meaningOf, type Failure } from './answer';

/** A closed network or an expired session fails every call alike and is told once; a refusal by AWS is about the one operation. */
export function oncePerCause(failures: readonly Failure[]): Failure[] {
  const told = new Map<string, Failure>();
  for (const failure of failures) {
    const { code, operation, region } = failure;
    const isRefusal = code.endsWith('Exception') && meaningOf(failure) !== 'sign-in';
    const cause = isRefusal ? `${code} ${operation} ${region}` : code;
    if (!told.has(cause)) told.set(cause, failure);
  }
  return [...told.values()];
}
