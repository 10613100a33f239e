import { createScanner } from 'jsonc-parser';
import type {
  DocumentSymbol,
  FormattingOptions,
  Position,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reader } from '../../server/lsp/diagnostics';
import type { OpenSpec } from '../../server/lsp/documents';
import { accountKnowing, newDesk } from './editor';
import {
  completionFault,
  foldingFault,
  hoverFault,
  placeFault,
  selectionFault,
  symbolFault,
} from './editor-answers';
import type { Examined, Property } from './examined';
import { onceMutated } from './mutations';
import { firstOf, showFault } from './texts';

export const editorProperties: readonly Property[] = [
  {
    code: 'P4',
    says: 'whatever edits lead to a text, an editor shows the problems of that text',
    oneIn: 8,
    fault({ subject, text, facts, random }) {
      const { known } = accountKnowing(facts);
      const earlier = [text];
      for (let steps = 1 + random.below(3); steps > 0; steps--)
        earlier.unshift(onceMutated(earlier[0] ?? '', random));
      const desk = newDesk();
      let open = desk.open(earlier[0] ?? '');
      for (const next of earlier.slice(1)) {
        if (random.onceIn(2)) subject.diagnosticsOf(open, known, reader);
        open = desk.change(next);
      }
      if (open.document.getText() !== text) return `The text became ${open.document.getText()}`;
      const typed = subject.diagnosticsOf(open, known, reader);
      const opened = subject.diagnosticsOf(newDesk().open(text), known, reader);
      if (JSON.stringify(typed) !== JSON.stringify(opened))
        return 'Typed, it has other problems than opened.';
      return firstOf(
        typed,
        ({ range, message }) =>
          placeFault(open.document, range) ??
          (typeof message === 'string' ? showFault(message) : 'It is no text.'),
      );
    },
  },
  {
    code: 'P1',
    says: 'every question of an editor has an answer that lies in the text',
    oneIn: 15,
    async fault({ subject, text, facts, random }) {
      const open = newDesk().open(text);
      const { document } = open;
      const parts = { ...accountKnowing(facts), showsDetails: true };
      const position = document.positionAt(random.below(text.length + 1));
      const all = { start: lineAt(0), end: document.positionAt(text.length) };
      const completions = await subject.completionsAt(open, position, parts);
      subject.definitionAt(open, position, parts);
      return (
        hoverFault(document, position, await subject.hoverAt(open, position, parts)) ??
        firstOf(completions?.items ?? [], (item) => completionFault(document, position, item)) ??
        firstOf(subject.selectionRanges(open, [position]), (range) =>
          selectionFault(document, position, range),
        ) ??
        firstOf<DocumentSymbol | SymbolInformation>(
          [...subject.symbols(open, true), ...subject.symbols(open, false)],
          (symbol) => symbolFault(document, symbol),
        ) ??
        firstOf(subject.foldingRanges(open, 5_000), (range) => foldingFault(document, range)) ??
        firstOf(subject.inlayHints(open, all, parts), ({ position }) =>
          placeFault(document, { start: position, end: position }),
        )
      );
    },
  },
  {
    code: 'P7',
    says: 'what a light bulb offers carries the version of the text and can be applied to it',
    oneIn: 15,
    fault({ subject, text, facts, random }) {
      const open = newDesk().open(text);
      const { document } = open;
      const [start, end] = [random.below(text.length + 1), random.below(text.length + 1)].toSorted(
        (a, b) => a - b,
      );
      const range = random.onceIn(3)
        ? { start: document.positionAt(start ?? 0), end: document.positionAt(end ?? 0) }
        : { start: lineAt(0), end: document.positionAt(text.length) };
      const only = random.onceIn(3) ? ['source.fixAll'] : undefined;
      const actions = subject.codeActions(open, range, only, accountKnowing(facts).known, reader);
      return firstOf(actions, ({ title, edit }) => showFault(title) ?? editFault(open, edit));
    },
  },
  {
    code: 'P8',
    says: 'formatting twice is formatting once, and changes no token; broken text is left alone',
    oneIn: 6,
    fault(document) {
      const { random, text, spec } = document;
      const options = { tabSize: random.pick([2, 4]), insertSpaces: random.below(4) > 0 };
      const [from = 0, to = 0] = [random.below(text.length + 1), random.below(text.length + 1)].toSorted(
        (a, b) => a - b,
      );
      const once = formatted(document, text, options);
      const part = formatted(document, text, options, [from, to]);
      if (spec.syntax.length > 0)
        return once === text && part === text ? undefined : 'Broken text was formatted.';
      const other = [once, part].find((one) => tokensOf(one) !== tokensOf(text));
      if (other !== undefined) return `It became ${other}`;
      const twice = formatted(document, once, options);
      return once === twice ? undefined : `Once ${JSON.stringify(once)}, twice ${JSON.stringify(twice)}`;
    },
  },
];

const reader: Reader = { isOurs: true, rulePage: (code) => `file:///docs/rules/${code}.md` };

function lineAt(line: number): Position {
  return { line, character: 0 };
}

function editFault({ document }: OpenSpec, edit: WorkspaceEdit | undefined): string | undefined {
  const [change, more] = edit?.documentChanges ?? [];
  if (change === undefined || more !== undefined || !('textDocument' in change))
    return 'There is no one change.';
  const { textDocument, edits } = change;
  if (textDocument.version !== document.version || textDocument.uri !== document.uri)
    return 'It is for another text.';
  const plain = edits.flatMap((one) => ('newText' in one && 'range' in one ? [one] : []));
  const place = firstOf(plain, ({ range }) => placeFault(document, range));
  if (place !== undefined || plain.length !== edits.length) return place ?? 'An edit is none of text.';
  return TextDocument.applyEdits(document, plain) === document.getText() ? 'It changes nothing.' : undefined;
}

function formatted(
  { subject }: Examined,
  text: string,
  options: FormattingOptions,
  part?: readonly [number, number],
): string {
  const open = newDesk().open(text);
  const range = part && { start: open.document.positionAt(part[0]), end: open.document.positionAt(part[1]) };
  return TextDocument.applyEdits(open.document, subject.format(open, range, options));
}

/** The tokens and the words of the comments, one a line. */
function tokensOf(text: string): string {
  const scanner = createScanner(text);
  const tokens: string[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const token = text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength());
    if (token.trim() !== '') tokens.push(token.trim().replaceAll(/\s+/g, ' '));
  }
  return tokens.join('\n');
}
