import type { JSONDocument } from 'vscode-json-languageservice';
import type { Connection, Range as LspRange } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
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

const FILE_NAME = /\.ddbbackup\.json$/i;

/**
 * Whether a file is a spec: by its name, whatever the editor calls its language - many know only JSON -, or by its language, when it has no
 * name yet. An editor may also hand over every JSON file that it opens, and those are none of ours.
 */
function isSpec({ uri, languageId }: TextDocument): boolean {
  return languageId === 'ddbbackup' || FILE_NAME.test(uri.replace(/[?#].*$/s, ''));
}

/** The open specs, each parsed once per version. */
export function openSpecs(connection: Connection): OpenSpecs {
  const documents = new TextDocuments({ create: TextDocument.create, update: changed });
  const parsed = new Map<string, { version: number; open: OpenSpec }>();

  function parse(document: TextDocument): OpenSpec {
    const known = parsed.get(document.uri);
    if (known?.version === document.version && known.open.document === document) return known.open;
    const open = openSpec(document);
    parsed.set(document.uri, { version: document.version, open });
    return open;
  }

  function whenSpec(listener: (document: TextDocument) => void): (event: { document: TextDocument }) => void {
    return ({ document }) => {
      if (isSpec(document)) listener(document);
    };
  }

  documents.onDidClose(({ document }) => parsed.delete(document.uri));
  documents.listen(connection);
  return {
    get(uri) {
      const document = documents.get(uri);
      return document && isSpec(document) ? parse(document) : undefined;
    },
    all: () => documents.all().filter(isSpec).map(parse),
    onDidChange: (listener) =>
      void documents.onDidChangeContent(whenSpec((document) => listener(parse(document)))),
    onDidSave: (listener) => void documents.onDidSave(whenSpec((document) => listener(parse(document)))),
    onDidClose: (listener) => void documents.onDidClose(whenSpec(({ uri }) => listener(uri))),
  };
}

/**
 * The document after edits, with its lines counted anew. The library's own `update` (1.0.15) patches its list of lines, counts one too many
 * where an edit parts or makes a CRLF, and then puts every later edit in the wrong place. Counting costs less than the parse that follows.
 */
function changed(
  document: TextDocument,
  changes: TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  const { uri, languageId } = document;
  const withText = (text: string) => TextDocument.create(uri, languageId, version, text);
  return changes.reduce(
    (now, change) =>
      withText(
        'range' in change
          ? TextDocument.applyEdits(now, [{ range: change.range, newText: change.text }])
          : change.text,
      ),
    withText(document.getText()),
  );
}

/** A document as a spec, parsed. */
export function openSpec(document: TextDocument): OpenSpec {
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
