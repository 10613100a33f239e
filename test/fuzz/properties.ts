import { isDeepStrictEqual } from 'node:util';
import { parse, parseTree, type Node as JsoncNode, type ParseError } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../../server/core/check';
import { foreignKey } from '../../server/core/spec/foreign';
import type { Node, Property } from '../../server/core/spec/node';
import { planMarkdown } from '../../server/core/reports/plan-markdown';
import { planText } from '../../server/core/reports/plan-text';
import { operationOf } from '../../server/core/spec/request';
import { isOwnKey } from '../../server/core/spec/shape';
import { keysAt, pathAtOffset, valueAt } from '../../server/core/spec/tree';
import { documentOf } from './documents';
import { editorProperties } from './editor-properties';
import type { Property as Promised } from './examined';
import { fixProperties } from './fix-properties';
import { firstOf, showFault, wholeOffset } from './texts';

const prototypeKeys = Object.getOwnPropertyNames(Object.prototype);
/** Rules that the table of keys alone decides. */
const ofShape: ReadonlySet<string> = new Set(
  'syntax too-deep duplicate-key unknown-key missing-key wrong-type bad-enum bad-pattern out-of-range'.split(
    ' ',
  ),
);

const ownProperties: readonly Promised[] = [
  {
    code: 'P3',
    says: 'every range lies in the text and cuts no character and no line break in two',
    oneIn: 1,
    fault: ({ text, checked }) =>
      firstOf(checked.problems, ({ range, code }) => rangeFault(text, range, code)),
  },
  {
    code: 'P14',
    says: 'every message and title can be shown, in at most 500 units',
    oneIn: 1,
    fault: ({ checked }) =>
      firstOf(checked.problems, ({ message, fixes }) =>
        firstOf([message, ...fixes.map(({ title }) => title)], showFault),
      ),
  },
  {
    code: 'P1',
    says: 'a text that is no spec has an error, and no fix is offered while it cannot be read',
    oneIn: 1,
    fault({ spec, checked }) {
      const isSpec = spec.root?.type === 'object' && spec.syntax.length === 0;
      if (isSpec) return undefined;
      if (!checked.problems.some(({ severity }) => severity === 'error')) return 'There is no error.';
      const offered = checked.problems.some(({ fixes }) => fixes.length > 0);
      return spec.syntax.length > 0 && offered ? 'A fix is offered.' : undefined;
    },
  },
  {
    code: 'P12',
    says: 'keys of the prototype are unknown keys like others',
    oneIn: 1,
    fault({ spec, checked }) {
      const now = Object.getOwnPropertyNames(Object.prototype);
      if (now.length !== prototypeKeys.length) return `Object.prototype has changed: ${now.join()}`;
      // Of a file that is something else only its first key is told.
      if (foreignKey(spec) !== undefined) return undefined;
      return firstOf(
        keysAt(spec, []).filter((key) => prototypeKeys.includes(key)),
        (key) =>
          checked.problems.some(({ code, path }) => code === 'unknown-key' && path[0] === key)
            ? undefined
            : `"${key}" is no unknown key.`,
      );
    },
  },
  {
    code: 'P9',
    says: 'a spec made from the table of keys has no fault of shape',
    oneIn: 1,
    fault({ source, checked }) {
      const wrong = source === 'valid' ? checked.problems.filter(({ code }) => ofShape.has(code)) : [];
      const strange = wrong.find(({ code }) => code !== 'duplicate-key');
      return strange && `${strange.code}: ${strange.message}`;
    },
  },
  {
    code: 'P4',
    says: 'the same text has the same problems, whatever was checked before',
    oneIn: 8,
    fault({ subject, seed, number, text, facts, checked }) {
      const before = documentOf(seed, number + 1);
      subject.check(subject.parseSpec(before.text), before.facts);
      const again = subject.check(subject.parseSpec(text), facts);
      return JSON.stringify(again) === JSON.stringify(checked)
        ? undefined
        : 'The second check found something else.';
    },
  },
  {
    code: 'P13',
    says: 'every offset has a path, and the position that an editor gives it',
    oneIn: 4,
    fault({ subject, spec, text, random }) {
      const offset = random.below(text.length + 1);
      if (!Array.isArray(pathAtOffset(spec, offset))) return `${offset} has no path.`;
      const starts = subject.lineStarts(text);
      const editor = TextDocument.create('file:///a', 'ddbbackup', 1, text);
      const start = wholeOffset(text, offset);
      const [ours, theirs] = [subject.positionAt(starts, start), editor.positionAt(start)];
      if (ours.line !== theirs.line || ours.character !== theirs.character)
        return `${start} is at two positions.`;
      return subject.offsetAt(text, starts, ours) === start
        ? undefined
        : `${start} does not come back from its position.`;
    },
  },
  {
    code: 'P1',
    says: 'the reader takes and refuses what jsonc-parser does, and reads the same from it',
    oneIn: 3,
    fault({ spec, text }) {
      if (spec.syntax.some(({ code }) => code !== 'syntax')) return undefined;
      const errors: ParseError[] = [];
      const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
      const refused = spec.syntax.length > 0;
      if (refused !== errors.length > 0) return refused ? 'Only we refuse it.' : 'Only we take it.';
      return refused ? undefined : nodeFault(spec.root, tree);
    },
  },
  {
    code: 'P1',
    says: 'what is JSON is read as JSON says',
    oneIn: 3,
    fault({ spec, text }) {
      const value = jsonOf(text);
      if (value === undefined || spec.syntax.some(({ code }) => code !== 'syntax')) return undefined;
      if (spec.syntax.length > 0) return `Refused: ${spec.syntax[0]?.message}`;
      return isDeepStrictEqual(valueAt(spec, []), value.json) ? undefined : 'Another value was read.';
    },
  },
  {
    code: 'P10',
    says: 'the request and our own keys make up the whole spec, and the request comes back from a spec of its own',
    oneIn: 2,
    fault({ subject, spec, text }) {
      if (spec.root?.type !== 'object' || spec.syntax.length > 0) return undefined;
      const request = subject.requestInput(spec);
      const whole = jsonOf(text)?.json ?? (text.includes('_') ? valueAt(spec, []) : (parse(text) as unknown));
      const rest = Object.entries(whole as object).filter(([key]) => !isOwnKey(key));
      if (!isDeepStrictEqual(Object.entries(request), rest) && !sameMembers(request, rest))
        return 'The request is not the spec without our own keys.';
      const back = subject.requestInput(subject.parseSpec(JSON.stringify(request)));
      return JSON.stringify(back) === JSON.stringify(request) ? undefined : 'The request does not come back.';
    },
  },
  {
    code: 'P10',
    says: 'a restore is sent exactly as written, or not at all; one without an error is sent',
    oneIn: 50,
    async fault({ subject, spec, checked }) {
      const operation = operationOf(spec);
      if (operation === undefined || spec.syntax.length > 0) return undefined;
      const input = subject.requestInput(spec);
      const sent = await subject.sendOnWire(operation, input);
      if ('body' in sent)
        return isDeepStrictEqual(sent.body, onWire(input)) ? undefined : JSON.stringify(sent.body);
      const fine = !checked.problems.some(({ severity }) => severity === 'error');
      return fine ? `There is no error, and it is refused: ${sent.refused}` : undefined;
    },
  },
  {
    code: 'P10',
    says: 'a plan is made of a spec without an error, holds its request as written, and can be shown',
    oneIn: 8,
    fault({ subject, spec, facts, checked }) {
      const planned = subject.plan(spec, facts);
      if (planned.kind === 'refused') return firstOf(planned.problems, ({ message }) => showFault(message));
      if (checked.problems.some(({ severity }) => severity === 'error')) return 'There is an error.';
      const shown = [planText(planned.plan), planMarkdown(planned.plan)].join('');
      if (shown.includes('undefined')) return shown;
      const same = isDeepStrictEqual(planned.plan.input, subject.requestInput(spec));
      return same ? undefined : `It would send ${JSON.stringify(planned.plan.input)}`;
    },
  },
];

export const properties: readonly Promised[] = [...ownProperties, ...fixProperties, ...editorProperties];

function rangeFault(text: string, { start, end }: Problem['range'], code: string): string | undefined {
  const isInside = start >= 0 && start <= end && end <= text.length;
  if (isInside && wholeOffset(text, start) === start && wholeOffset(text, end) === end) return undefined;
  return `${code} stands at ${start} to ${end}.`;
}

function jsonOf(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Of a key written twice the first keeps its place and the last its value in JSON.parse; a spec's keys stand where they count. */
function sameMembers(request: Record<string, unknown>, rest: readonly [string, unknown][]): boolean {
  const asked = new Map(Object.entries(request));
  return isDeepStrictEqual(asked, new Map(rest));
}

function nodeFault(ours: Node | undefined, theirs: JsoncNode | undefined): string | undefined {
  if (ours === undefined || theirs === undefined)
    return ours === theirs ? undefined : 'Only one reads a value.';
  const same =
    ours.type === theirs.type &&
    ours.offset === theirs.offset &&
    ours.end === theirs.offset + theirs.length &&
    Object.is(ours.value, theirs.value) &&
    ours.children?.length === theirs.children?.length;
  if (!same)
    return `At ${theirs.offset} another ${theirs.type} was read: ${ours.type} at ${ours.offset} to ${ours.end}.`;
  if (ours.type === 'object')
    return firstOf(ours.children.keys(), (at) => propertyFault(ours.children[at], theirs.children?.[at]));
  return firstOf(ours.children?.keys() ?? [], (at) => nodeFault(ours.children?.[at], theirs.children?.[at]));
}

function propertyFault(ours: Property | undefined, theirs: JsoncNode | undefined): string | undefined {
  const [key, value] = theirs?.children ?? [];
  const same =
    ours?.key === key?.value &&
    ours?.offset === key?.offset &&
    ours?.keyEnd === (key?.offset ?? 0) + (key?.length ?? 0);
  return same ? nodeFault(ours?.value, value) : `At ${key?.offset} another key was read: ${ours?.key}.`;
}

/** As the JSON 1.0 protocol writes a request: the one time in it as seconds since 1970. */
function onWire(input: Record<string, unknown>): unknown {
  const { RestoreDateTime: time } = input;
  const seconds = typeof time === 'string' ? { RestoreDateTime: Date.parse(time) / 1000 } : {};
  return JSON.parse(JSON.stringify({ ...input, ...seconds })) as unknown;
}
