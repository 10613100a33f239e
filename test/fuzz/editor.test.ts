import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { format } from '../../server/lsp/structure';
import { newDesk } from './editor';

describe('edits that make or part a line break of two characters leave the next edit in its place', () => {
  test.each([
    ['what stands between its halves is deleted', ['a\rxx\nb\nc', 'a\r\nb\nc', 'a\r\nb\nd']],
    ['its halves are parted', ['a\r\nb\nc', 'a\rx\nb\nc', 'a\rx\nb\nd']],
    ['its second half is added', ['a\rb\nc', 'a\r\nb\nc', 'a\r\nb\nd']],
    ['its first half is added', ['a\nb\nc', 'a\r\nb\nc', 'a\r\nb\nd']],
    ['its second half is deleted', ['a\r\nb\nc', 'a\rb\nc', 'a\rb\nd']],
  ])('%s', (_, [first = '', ...typed]) => {
    const desk = newDesk();
    desk.open(first);
    const seen = typed.map((text) => desk.change(text).document);
    expect(seen.map((document) => document.getText())).toEqual(typed);
    const [last] = seen.slice(-1);
    expect(last?.positionAt(last.getText().length)).toEqual(
      newDesk()
        .open(typed.at(-1) ?? '')
        .document.positionAt(1e9),
    );
  });
});

test('laying out a part that begins inside a comment leaves the comment as it is', () => {
  const text = '{\n  /* a\n  },\n  "b": [{ */ "c":1 ,\n "d":2\n}\n';
  const open = newDesk().open(text);
  const range = { start: { line: 2, character: 0 }, end: { line: 4, character: 6 } };
  const edits = format(open, range, { tabSize: 2, insertSpaces: true });
  expect(TextDocument.applyEdits(open.document, edits)).toContain('/* a\n  },\n  "b": [{ */');
  expect(TextDocument.applyEdits(open.document, edits)).toContain('\n  "d": 2');
});
