import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction, Range, TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { soundFixes } from '../core/check';
import type { Facts } from '../core/facts';
import { mend } from '../core/mend';
import { textEdits } from '../core/spec/edit';
import type { TextEdit } from '../core/spec/text-edit';
import { diagnosticOf, problemsOf, type Reader } from './diagnostics';
import { lspRange, type OpenSpec } from './documents';
import type { Knowledge } from './knowledge';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.ddbbackup`;

/** The mends for a place in a file, from the same check that underlines it. None while the syntax is broken. */
export function codeActions(
  open: OpenSpec,
  range: Range,
  only: readonly string[] | undefined,
  known: Knowledge,
  reader: Reader,
): CodeAction[] {
  if (open.spec.syntax.length > 0) return [];
  const facts = known.factsFor(open.spec, open.document.uri);
  return [
    ...(wanted(CodeActionKind.QuickFix, only) ? quickFixes(open, range, facts, known, reader) : []),
    ...(wanted(FIX_ALL, only) && only !== undefined ? fixAll(open, facts) : []),
  ];
}

function quickFixes(
  open: OpenSpec,
  range: Range,
  facts: Facts,
  known: Knowledge,
  reader: Reader,
): CodeAction[] {
  const start = open.document.offsetAt(range.start);
  const end = open.document.offsetAt(range.end);
  const touched = problemsOf(open, known, reader).filter(
    (problem) => problem.range.start <= end && start <= problem.range.end,
  );
  return touched.flatMap((problem) =>
    soundFixes(open.spec, facts, problem).map((fix): CodeAction => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(open, problem, reader)],
      edit: workspaceEdit(open, textEdits(open.spec, fix.edits)),
      ...(fix.preferred ? { isPreferred: true } : {}),
    })),
  );
}

function fixAll(open: OpenSpec, facts: Facts): CodeAction[] {
  const mended = mend(open.spec, facts).spec.text;
  if (mended === open.spec.text) return [];
  const edit = workspaceEdit(open, [difference(open.spec.text, mended)]);
  return [{ title: 'Fix all that has one right answer', kind: FIX_ALL, edit }];
}

/** One edit that turns a text into another: what both begin and end with stays untouched. */
function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}

/** Bound to the version it was made for: an editor refuses it once the text has moved on. */
function workspaceEdit({ document }: OpenSpec, edits: readonly TextEdit[]): WorkspaceEdit {
  const lspEdits = edits.map(({ offset, length, text }): LspTextEdit => ({
    range: lspRange(document, { start: offset, end: offset + length }),
    newText: text,
  }));
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: lspEdits }],
  };
}

/** LSP: a kind asked for stands for all kinds below it. */
function wanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}
