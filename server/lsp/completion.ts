import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver';
import type { Range } from '../core/check';
import { sourceKeys } from '../core/spec/request';
import { layoutAt, printValue } from '../core/spec/layout';
import { has, stringAt } from '../core/spec/tree';
import type { Listed } from './catalogue';
import { lspRange, type OpenSpec } from './documents';
import { jsonService } from './json';
import type { Knowledge } from './knowledge';
import { withUnfinishedKeysApart } from './unfinished-keys';
import { endOfValue, valuePlaceAt, type ValuePlace } from './value-place';
import { liveValues } from './values';
import type { LiveValue } from './values/scene';

interface LiveParts {
  known: Knowledge;
  listed: Listed;
  regions: () => readonly string[];
}

/**
 * What may stand here: keys and values by the schema, and before them the values that only the account knows. Nothing is waited for: an
 * answer that may grow in a moment is marked as incomplete, and editors ask again when the next letter is typed.
 */
export async function completionsAt(
  written: OpenSpec,
  position: Position,
  { known, listed, regions }: LiveParts,
): Promise<CompletionList | null> {
  const open = withUnfinishedKeysApart(written, written.document.offsetAt(position));
  const tree = open.json();
  if (tree === undefined) return null;
  const { document, spec } = open;
  const bySchema = await jsonService.doComplete(document, position, tree);
  const offset = document.offsetAt(position);
  const node = tree.getNodeFromOffset(offset, true);
  const end = node?.type === 'string' ? endOfValue(node, offset, spec.text) : undefined;
  // A backslash takes a line break into a text, and a completion may replace a part of one line only.
  if (node && end !== undefined && /[\n\r]/.test(spec.text.slice(node.offset, Math.max(offset, end))))
    return null;
  const items = (bySchema?.items ?? []).map((item) =>
    end === undefined ? item : endingAt(item, document.positionAt(end)),
  );
  const place = valuePlaceAt(node, offset, spec.text);
  if (place === undefined) return { isIncomplete: false, items: items.filter((item) => fits(item, spec)) };
  const facts = known.factsFor(spec, document.uri);
  const live = liveValues({ spec, path: place.path, facts, listed, regions: regions() });
  const waiting = live.more && live.values.length === 0 ? [waitingItem(open, place)] : [];
  const isWhole = live.values.some(({ value }) => value === stringAt(spec, place.path));
  return {
    isIncomplete: live.more || isWhole,
    items: [
      ...live.values.map((value, index) => liveItem(value, index, open, place, isWhole)),
      ...waiting,
      ...(live.values.length === 0 ? items : items.filter(({ label }) => !FILLERS.has(label))),
    ],
  };
}

/** A restore has one source and one moment: beside one of these keys the others have no place. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  sourceKeys,
  ['BackupArn', 'RestoreDateTime', 'UseLatestRestorableTime'],
];

function fits({ label, kind }: CompletionItem, spec: OpenSpec['spec']): boolean {
  if (kind !== CompletionItemKind.Property) return true;
  return EXCLUSIVE.every(
    (keys) => !keys.includes(label) || keys.every((key) => key === label || !has(spec, [key])),
  );
}

/** What the JSON service offers where the schema names no values: of no use beside real ones. */
const FILLERS: ReadonlySet<string> = new Set(['""', '[]', '{}']);

/** The JSON service replaces a whole string, also one without its closing quote. */
function endingAt(item: CompletionItem, end: Position): CompletionItem {
  if (item.textEdit === undefined || !('range' in item.textEdit)) return item;
  const { range, newText } = item.textEdit;
  return { ...item, textEdit: { newText, range: { start: range.start, end } } };
}

/** An editor that is given nothing does not ask again while one goes on typing; choosing this changes nothing. */
function waitingItem({ document, spec }: OpenSpec, { replaced }: ValuePlace): CompletionItem {
  const written = spec.text.slice(replaced.start, replaced.end);
  return {
    label: 'Asking AWS…',
    kind: CompletionItemKind.Text,
    detail: 'Type on, or ask again in a moment.',
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: lspRange(document, replaced), newText: written },
    filterText: written,
    sortText: '~',
  };
}

function liveItem(
  { label, value, beside, right, detail, about, search }: LiveValue,
  index: number,
  { document, spec }: OpenSpec,
  { replaced }: ValuePlace,
  isWhole: boolean,
): CompletionItem {
  const printed = printValue(value, layoutAt(spec.text, replaced.start));
  const written = spec.text.slice(replaced.start, replaced.end);
  return {
    label,
    kind: typeof value === 'string' ? CompletionItemKind.Value : CompletionItemKind.Struct,
    // As text, not as a snippet: what comes from an account may hold "$" and braces.
    insertTextFormat: InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: lspRange(document, replaced),
      newText: `${printed}${separatorAfter(spec.text, replaced)}`,
    },
    // A value that is chosen already is no search for itself: the others are shown beside it.
    filterText: isWhole ? written : filterText(label, value, search),
    // Before the schema's, and in the order given.
    sortText: `!${String(index).padStart(5, '0')}`,
    ...(beside === undefined && right === undefined
      ? {}
      : {
          labelDetails: {
            ...(beside === undefined ? {} : { detail: ` ${beside}` }),
            ...(right === undefined ? {} : { description: right }),
          },
        }),
    ...(detail === undefined ? {} : { detail }),
    ...(about === undefined ? {} : { documentation: about }),
  };
}

/** Begins with the quote where a string is written, as editors hold it against all that stands there. */
function filterText(label: string, value: unknown, search: string | undefined): string {
  const words = [...new Set([...(typeof value === 'string' ? [value] : []), label])].join(' ');
  return typeof value === 'string' ? `"${search ?? words}"` : (search ?? words);
}

function separatorAfter(text: string, { end }: Range): string {
  return /^(?:\s|\/\/[^\n]*|\/\*.*?\*\/)*["{[\w-]/s.test(text.slice(end)) ? ',' : '';
}
