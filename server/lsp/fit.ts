import { InsertTextFormat, MarkupContent, MarkupKind, TextDocumentEdit } from 'vscode-languageserver';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  MarkedString,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Client } from './client';

/** Answers are made for an editor that can do everything; here they are cut to what the one at the other end can do. */

/** Without literals only commands could be answered, and an editor that is not ours has none of ours. */
export function fitActions(
  actions: CodeAction[],
  { codeActionLiterals, versionedEdits }: Client,
): CodeAction[] {
  if (!codeActionLiterals) return [];
  return versionedEdits
    ? actions
    : actions.map((action) => ({ ...action, ...(action.edit && { edit: plainEdit(action.edit) }) }));
}

/** Edits by file alone. What they lose is the version: an editor that cannot be told of it applies its answer at once. */
function plainEdit({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { textDocument, edits } of documentChanges.filter(TextDocumentEdit.is)) {
    const plain = edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
    changes[textDocument.uri] = [...(changes[textDocument.uri] ?? []), ...plain];
  }
  return { changes };
}

export function fitCompletions(list: CompletionList | null, client: Client): CompletionList | null {
  return list && { ...list, items: list.items.map((item) => fitCompletion(fitLabel(item, client), client)) };
}

/** What cannot stand beside the label is told where the editor tells more. */
function fitLabel(item: CompletionItem, { labelDetails }: Client): CompletionItem {
  if (labelDetails || item.labelDetails === undefined) return item;
  const { labelDetails: beside, ...others } = item;
  const words = [beside.detail?.trim(), beside.description].filter((part) => part !== undefined);
  return { detail: words.join(' · '), ...others };
}

function fitCompletion(
  { command, ...item }: CompletionItem,
  { isOurs, snippets, markdown }: Client,
): CompletionItem {
  const { documentation } = item;
  const words =
    MarkupContent.is(documentation) && documentation.kind === MarkupKind.Markdown && !markdown.completion
      ? { documentation: textOfMarkdown(documentation.value) }
      : {};
  // The JSON service lets VS Code open the next list by a command of its own.
  const more = isOurs && command !== undefined ? { ...words, command } : words;
  if (snippets || item.insertTextFormat !== InsertTextFormat.Snippet) return { ...item, ...more };
  const { textEdit, insertText } = item;
  return {
    ...item,
    ...more,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(textEdit && { textEdit: { ...textEdit, newText: textOfSnippet(textEdit.newText) } }),
    ...(insertText !== undefined && { insertText: textOfSnippet(insertText) }),
  };
}

export function fitHover(hover: Hover | null, { markdown }: Client): Hover | null {
  // The JSON service has an empty answer for a key that the schema does not know.
  if (hover === null || textOf(hover.contents) === '') return null;
  if (markdown.hover) return hover;
  return { ...hover, contents: { kind: MarkupKind.PlainText, value: textOf(hover.contents) } };
}

function textOf(contents: Hover['contents']): string {
  if (Array.isArray(contents)) return contents.map(textOfMarked).join('\n\n');
  if (!MarkupContent.is(contents)) return textOfMarked(contents);
  return contents.kind === MarkupKind.Markdown ? textOfMarkdown(contents.value) : contents.value;
}

function textOfMarked(marked: MarkedString): string {
  return typeof marked === 'string' ? textOfMarkdown(marked) : marked.value;
}

/** A snippet with the words that stand in its places, and nothing where they are empty. */
function textOfSnippet(snippet: string): string {
  return snippet.replaceAll(
    /\\([\\$}])|\$\{\d+\|((?:\\.|[^\\,|])*)(?:\\.|[^\\|])*\|\}|\$\{\d+(?::((?:\\.|[^\\}])*))?\}|\$\d+/g,
    (_, escaped?: string, choice?: string, placeholder?: string) =>
      escaped ?? (choice ?? placeholder ?? '').replaceAll(/\\(.)/g, '$1'),
  );
}

/** The marks that our texts and the JSON service's use: escapes, forced line ends, links, code. */
function textOfMarkdown(markdown: string): string {
  return markdown.replaceAll(
    /\\([!-/:-@[-`{-~])|\\(?=\n)| {2}(?=\n)|\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)|`([^`\n]*)`|&nbsp;/g,
    (mark: string, escaped?: string, words?: string, address?: string, code?: string) => {
      if (escaped !== undefined) return escaped;
      if (words !== undefined) return `${textOfMarkdown(words)}: ${address}`;
      return code ?? (mark === '&nbsp;' ? ' ' : '');
    },
  );
}
