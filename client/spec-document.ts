import { type TextDocument, Uri, window, workspace } from 'vscode';

const ENDING = '.ddbbackup.json';

/** The spec a command is about: the file or lens it was called on, else the one in the active editor. */
export async function specDocument(given: unknown): Promise<TextDocument> {
  const document = await documentFor(given);
  if (document === undefined || !isSpec(document))
    throw new Error(
      'There is no restore spec here, so nothing was planned. Open a *.ddbbackup.json file, or make one with "New Restore Spec…".',
    );
  return document;
}

export function isSpec({ languageId, uri }: TextDocument): boolean {
  return languageId === 'ddbbackup' || uri.path.endsWith(ENDING);
}

async function documentFor(given: unknown): Promise<TextDocument | undefined> {
  if (given instanceof Uri) return workspace.openTextDocument(given);
  if (typeof given === 'string') {
    // From a lens: only what is open already, never a file that some text names.
    return workspace.textDocuments.find(({ uri }) => uri.toString() === given);
  }
  return window.activeTextEditor?.document;
}
