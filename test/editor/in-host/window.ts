import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ConfigurationTarget,
  type Diagnostic,
  type Extension,
  extensions,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

/** What the suites share: the extension, files in the open folder, and waiting for what comes by itself. */

const POLL_MS = 50;
const PATIENCE_MS = 20_000;

interface Contributes {
  commands: { command: string }[];
  grammars: { language: string; scopeName: string }[];
  configuration: { properties: Record<string, { scope: string }> };
}

export function extension(): Extension<unknown> {
  const found = extensions.getExtension('ddbbackup.ddbbackup');
  assert.ok(found);
  return found;
}

export function contributes(): Contributes {
  return (extension().packageJSON as { contributes: Contributes }).contributes;
}

/** Asks again until `good` accepts the answer. @throws {Error} that shows the last answer, when it never did */
export async function eventually<T>(
  probe: () => T | PromiseLike<T>,
  good: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await probe();
    if (good(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(`It stayed at ${JSON.stringify(answer)} for ${PATIENCE_MS / 1000} s.`);
    }
    await wait(POLL_MS);
  }
}

/** Writes a spec into the open folder and shows it. */
export async function openSpec(name: string, text: string): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the suites run with a folder open');
  const uri = Uri.joinPath(folder.uri, `${name}.ddbbackup.json`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

export const codeOf = ({ code }: Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

/** The diagnostics of a file, once those with these codes are among them. */
export function problemsOf({ uri }: TextDocument, ...codes: string[]): Promise<Diagnostic[]> {
  return eventually(
    () => languages.getDiagnostics(uri),
    (all) => codes.every((code) => all.some((one) => codeOf(one) === code)),
  );
}

/** The place of a text in a document, which must hold it once. */
export function rangeOf(document: TextDocument, text: string): Range {
  const source = document.getText();
  const start = source.indexOf(text);
  assert.ok(start >= 0 && source.indexOf(text, start + 1) < 0, `${text} must stand once in ${source}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Sets settings of the user, runs, and puts them back. */
export async function withSettings(
  settings: Record<string, unknown>,
  run: () => Promise<void>,
  target = ConfigurationTarget.Global,
): Promise<void> {
  const section = () => workspace.getConfiguration('ddbbackup');
  const which = target === ConfigurationTarget.Global ? 'globalValue' : 'workspaceValue';
  const before = Object.keys(settings).map((key) => [key, section().inspect(key)?.[which]] as const);
  try {
    for (const [key, value] of Object.entries(settings)) await section().update(key, value, target);
    await run();
  } finally {
    for (const [key, value] of before) await section().update(key, value, target);
  }
}
