import { TextDocument } from 'vscode-languageserver-textdocument';
import { openSpec, type OpenSpec } from './documents';

/** The colon of a key behind which the next line's key follows: its value is not typed yet. */
const COLON = /:(?=[^\S\n]*\n\s*"(?:[^"\\\n]|\\.)*"\s*:)(?<="(?:[^"\\\n]|\\.)*"[^\S\n]*:)/g;

/**
 * The spec for whoever writes below keys that have no value yet. JSON takes the next key as their value, and then makes nothing of that
 * line; with a comma in the place of the colon they stand alone. Every offset stays. A key whose value is written at the cursor is left.
 */
export function withUnfinishedKeysApart(open: OpenSpec, offset: number): OpenSpec {
  const { document, spec } = open;
  const text = spec.text.replaceAll(COLON, (colon, at: number) => {
    const nextKey = at + 1 + (/^\s*/.exec(spec.text.slice(at + 1))?.[0].length ?? 0);
    return at < offset && offset <= nextKey ? colon : ',';
  });
  if (text === spec.text) return open;
  return openSpec(TextDocument.create(document.uri, document.languageId, document.version, text));
}
