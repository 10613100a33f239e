// The grammar of a policy (IAM User Guide, "Grammar of the IAM JSON policy language"). A resource policy names its principals; an account id
// alone, and a Sid used twice, are refused (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-211).
import { nearest } from '../spec/nearest';
import type { Path } from '../spec/path';
import { statementsOf, policyPath } from '../spec/policy';
import type { Spec } from '../spec/spec';
import { has, keysAt, nodeAt, stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Finding, Fix, Rule } from './rule';

const policyKeys = ['Version', 'Id', 'Statement'];
/** Of each pair a statement has exactly one. */
const pairs = [
  ['Principal', 'NotPrincipal'],
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
] as const;
const statementKeys = ['Sid', 'Effect', ...pairs.flat(), 'Condition'];

export const policyMalformed: Rule = {
  code: 'policy-malformed',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'the resource policy follows the grammar of policies',
  ofAbsence: true,
  applies: (spec) => nodeAt(spec, policyPath)?.type === 'object',
  *find(spec) {
    yield* unknownKeys(spec, policyPath, policyKeys);
    yield* wrongVersion(spec);
    const statements = statementsOf(spec);
    if (statements.length === 0)
      yield {
        at: { path: policyPath, part: 'key' },
        message: 'A policy needs a Statement, or a list of them.',
      };
    const sids = new Set<string>();
    for (const statement of statements) {
      if (nodeAt(spec, statement)?.type !== 'object') {
        yield { at: { path: statement, part: 'value' }, message: 'A Statement is an object.' };
        continue;
      }
      yield* unknownKeys(spec, statement, statementKeys);
      yield* statementFaults(spec, statement);
      yield* repeatedSid(spec, statement, sids);
    }
  },
};

function* unknownKeys(spec: Spec, path: Path, known: readonly string[]): Iterable<Finding> {
  for (const key of keysAt(spec, path)) {
    if (known.includes(key)) continue;
    const place = [...path, key];
    const meant = nearest(
      key,
      known.filter((name) => !has(spec, [...path, name])),
    );
    const rename: Fix[] =
      meant === undefined
        ? []
        : [
            {
              title: `Rename to ${meant}`,
              edits: [{ kind: 'rename', path: place, name: meant }],
              preferred: true,
            },
          ];
    yield {
      at: { path: place, part: 'key' },
      message: `A policy has no key ${quoted(key)} here; it takes ${known.join(', ')}.`,
      fixes: [...rename, { title: `Remove ${quoted(key)}`, edits: [{ kind: 'remove', path: place }] }],
    };
  }
}

function* wrongVersion(spec: Spec): Iterable<Finding> {
  const path = [...policyPath, 'Version'];
  if (!has(spec, path) || ['2012-10-17', '2008-10-17'].includes(stringAt(spec, path) ?? '')) return;
  yield {
    at: { path, part: 'value' },
    message:
      'Version is the version of the policy language: "2012-10-17", or the older "2008-10-17". It is no date of yours.',
    fixes: [
      {
        title: 'Change to "2012-10-17"',
        edits: [{ kind: 'set', path, value: '2012-10-17' }],
        preferred: true,
      },
    ],
  };
}

function* statementFaults(spec: Spec, statement: Path): Iterable<Finding> {
  const effect = [...statement, 'Effect'];
  if (!/^(allow|deny)$/i.test(stringAt(spec, effect) ?? ''))
    yield {
      at: { path: effect, part: has(spec, effect) ? 'value' : 'key' },
      message: 'A Statement needs "Effect": "Allow" or "Deny".',
      fixes: ['Allow', 'Deny'].map((value) => ({
        title: `Set "Effect": "${value}"`,
        edits: [{ kind: 'set', path: effect, value }],
      })),
    };
  for (const [one, other] of pairs) {
    const written = [one, other].filter((key) => has(spec, [...statement, key]));
    if (written.length === 1) continue;
    yield {
      at: { path: [...statement, one], part: 'key' },
      message:
        written.length === 0
          ? `${one} is missing in this Statement.`
          : `A Statement has ${one} or ${other}, not both.`,
      fixes: written.map((key) => ({
        title: `Remove ${key}`,
        edits: [{ kind: 'remove', path: [...statement, key] }],
      })),
    };
  }
  yield* barePrincipal(spec, [...statement, 'Principal']);
}

function* barePrincipal(spec: Spec, path: Path): Iterable<Finding> {
  const principal = stringAt(spec, path);
  if (principal === undefined || principal === '*') return;
  yield {
    at: { path, part: 'value' },
    message: `A Principal is an object, such as {"AWS": "123456789012"}; only "*" stands alone.`,
    fixes: /^(\d{12}|arn:.+)$/.test(principal)
      ? [
          {
            title: `Write it as { "AWS": ${quoted(principal)} }`,
            edits: [{ kind: 'set', path, value: { AWS: principal } }],
            preferred: true,
          },
        ]
      : [],
  };
}

function* repeatedSid(spec: Spec, statement: Path, seen: Set<string>): Iterable<Finding> {
  const path = [...statement, 'Sid'];
  const sid = stringAt(spec, path);
  if (sid !== undefined && seen.has(sid))
    yield {
      at: { path, part: 'value' },
      message: `Another Statement has the Sid ${quoted(sid)}; each has its own, or none.`,
      fixes: [{ title: 'Remove this Sid', edits: [{ kind: 'remove', path }] }],
    };
  if (sid !== undefined) seen.add(sid);
}
