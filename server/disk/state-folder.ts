import path from 'node:path';

/**
 * The one folder that all doors on this machine share. `DDBBACKUP_STATE` overrides; else the platform's place for state: XDG on Linux,
 * Application Support on macOS, local application data on Windows.
 */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  const own = env['DDBBACKUP_STATE'];
  if (own !== undefined && own !== '') return path.resolve(own);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'ddbbackup');
  if (platform === 'win32') {
    return path.join(absolute(env['LOCALAPPDATA']) ?? path.join(home, 'AppData', 'Local'), 'ddbbackup');
  }
  return path.join(absolute(env['XDG_STATE_HOME']) ?? path.join(home, '.local', 'state'), 'ddbbackup');
}

/** A relative path is to be ignored (XDG Base Directory Specification). */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}
