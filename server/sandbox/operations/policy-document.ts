/** A resource policy as the service keeps it: minified, lists of one as texts, bare accounts as their root, a Version always. */
import { notKnown } from '../wire/gaps';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Statement = Record<string, Json>;

export function storedDocument(given: string): string {
  const parsed = parsedDocument(given);
  const { Version = '2008-10-17', ...rest } = parsed;
  return JSON.stringify({ Version, ...(stored(rest) as object) });
}

function parsedDocument(given: string): Record<string, Json> {
  const parsed = parsedJson(given);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw unreadable();
  return parsed;
}

function parsedJson(given: string): Json {
  try {
    return JSON.parse(given) as Json;
  } catch {
    throw unreadable();
  }
}

function unreadable(): Error {
  return notKnown('policy-not-an-object');
}

/** Statement stays a list; every other list of one becomes its only element. */
function stored(value: Json, key = ''): Json {
  if (Array.isArray(value)) {
    const inner = value.map((element) => stored(element, key));
    const [only] = inner;
    return key !== 'Statement' && inner.length === 1 && only !== undefined ? only : inner;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, stored(inner, name)]));
  }
  if (key === 'AWS' && typeof value === 'string' && /^\d{12}$/.test(value))
    return `arn:aws:iam::${value}:root`;
  return value;
}

export function grantsEveryone(document: string): boolean {
  return statements(document).some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Allow' && isEveryone(Principal) && Condition === undefined,
  );
}

/** Whether the document takes the right to change it from everybody in the account. */
export function locksOut(document: string): boolean {
  return statements(document).some(
    ({ Effect, Principal, Action }) =>
      Effect === 'Deny' &&
      (isEveryone(Principal) || JSON.stringify(Principal).includes(':root')) &&
      covers(Action),
  );
}

function covers(actions: Json | undefined): boolean {
  const list = Array.isArray(actions) ? actions : [actions];
  return list.some(
    (action) => action === '*' || action === 'dynamodb:*' || action === 'dynamodb:PutResourcePolicy',
  );
}

function isEveryone(principal: Json | undefined): boolean {
  if (principal === '*') return true;
  return (
    typeof principal === 'object' &&
    principal !== null &&
    !Array.isArray(principal) &&
    principal['AWS'] === '*'
  );
}

function statements(document: string): Statement[] {
  const { Statement: given } = parsedDocument(document);
  const list = Array.isArray(given) ? given : [given];
  return list.filter(
    (entry): entry is Statement => typeof entry === 'object' && entry !== null && !Array.isArray(entry),
  );
}
