import type { CodeLens } from 'vscode-languageserver';

const TITLES: Record<string, string> = {
  'ddbbackup.planRestore': 'Plan Restore',
  'ddbbackup.restore': 'Restore…',
};

/** One line on top of a spec. The commands are the client's; what they are called is filled in when the line comes into sight. */
export function lenses(uri: string): CodeLens[] {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return Object.keys(TITLES).map((command) => ({ range, data: { command, uri } }));
}

export function resolveLens(lens: CodeLens): CodeLens {
  // The client hands back what `lenses` gave it.
  const { command, uri } = lens.data as { command: string; uri: string };
  return { ...lens, command: { title: TITLES[command] ?? command, command, arguments: [uri] } };
}
