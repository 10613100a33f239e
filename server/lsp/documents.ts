import type { JSONDocument } from 'vscode-json-languageservice';
import type { Connection, Range as LspRange } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../core/check';
import { parseSpec, type Spec } from '../core/spec/spec';
import { jsonService } from './json';

/** One version of an open file. */
export interface OpenSpec {
  document: TextDocument;
  spec: Spec;
  /**
   * The tree of the JSON service, made when first asked for. Undefined when the text is too large or too deep: its parser is recursive and
   * overflows the stack at a depth of about 10,000.
   */
  json(): JSONDocument | undefined;
}

export interface OpenSpecs {
  get(uri: string): OpenSpec | undefined;
  all(): OpenSpec[];
  onDidChange(listener: (open: OpenSpec) => void): void;
  onDidSave(listener: (open: OpenSpec) => void): void;
  onDidClose(listener: (uri: string) => void): void;
}

/** The open files, each parsed once per version. */
export function openSpecs(connection: Connection): OpenSpecs {
  const documents = new TextDocuments(TextDocument);
  const parsed = new Map<string, { version: number; open: OpenSpec }>();

  function parse(document: TextDocument): OpenSpec {
    const known = parsed.get(document.uri);
    if (known?.version === document.version && known.open.document === document) return known.open;
    const open = openSpec(document);
    parsed.set(document.uri, { version: document.version, open });
    return open;
  }

  documents.onDidClose(({ document }) => parsed.delete(document.uri));
  documents.listen(connection);
  return {
    get(uri) {
      const document = documents.get(uri);
      return document && parse(document);
    },
    all: () => documents.all().map(parse),
    onDidChange: (listener) => void documents.onDidChangeContent(({ document }) => listener(parse(document))),
    onDidSave: (listener) => void documents.onDidSave(({ document }) => listener(parse(document))),
    onDidClose: (listener) => void documents.onDidClose(({ document }) => listener(document.uri)),
  };
}

function openSpec(document: TextDocument): OpenSpec {
  const spec = parseSpec(document.getText());
  const readable = spec.syntax.every(({ code }) => code === 'syntax');
  let tree: JSONDocument | undefined;
  return {
    document,
    spec,
    json: () => (readable ? (tree ??= jsonService.parseJSONDocument(document)) : undefined),
  };
}

/** Offsets as LSP positions. */
export function lspRange(document: TextDocument, range: Range): LspRange {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}
