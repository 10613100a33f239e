import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-protocol';
import { expect } from 'vitest';
import type { Editor } from './editor';
import { edited, marked } from './marked';
import { URI } from './setting';

export interface Completed {
  /** The text without its mark. */
  text: string;
  items: CompletionItem[];
  isIncomplete: boolean;
}

const versions = new WeakMap<Editor, number>();

/** Writes the text into the open file, and asks at the ‸. */
export async function completionsAt(editor: Editor, source: string): Promise<Completed> {
  const { text, cursors } = marked(source);
  const version = (versions.get(editor) ?? 0) + 1;
  versions.set(editor, version);
  await (version === 1 ? editor.open(URI, text) : editor.change(URI, version, text));
  const list = await editor.request<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: URI },
    position: cursors[0],
  });
  return { text, items: list?.items ?? [], isIncomplete: list?.isIncomplete ?? false };
}

/** Asks until nothing is on its way any more, as an editor does while somebody types. */
export async function settledCompletionsAt(editor: Editor, source: string): Promise<Completed> {
  let answer = await completionsAt(editor, source);
  await expect
    .poll(async () => {
      answer = await completionsAt(editor, source);
      return answer.isIncomplete;
    })
    .toBe(false);
  return answer;
}

/** What only the account or the clock knows, in the order in which an editor shows it. */
export function live({ items }: Completed): CompletionItem[] {
  return items
    .filter(({ sortText }) => sortText?.startsWith('!'))
    .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);

/** The text after one of the items was chosen. */
export function chosen({ text, items }: Completed, label: string): string {
  const item = items.find((one) => one.label === label);
  if (!item?.textEdit) throw new Error(`"${label}" is not offered, but: ${labels(items).join(', ')}.`);
  return edited(text, [item.textEdit as TextEdit]);
}
