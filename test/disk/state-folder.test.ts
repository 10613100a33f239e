import { expect, test } from 'vitest';
import { stateFolder } from '../../server/disk/state-folder';

test.each([
  ['Linux', {}, 'linux', '/home/me/.local/state/ddbbackup'],
  ['Linux with XDG', { XDG_STATE_HOME: '/var/me' }, 'linux', '/var/me/ddbbackup'],
  ['Linux with a relative XDG', { XDG_STATE_HOME: 'me' }, 'linux', '/home/me/.local/state/ddbbackup'],
  ['macOS', { XDG_STATE_HOME: '/var/me' }, 'darwin', '/home/me/Library/Application Support/ddbbackup'],
  ['Windows', { LOCALAPPDATA: '/local' }, 'win32', '/local/ddbbackup'],
  ['Windows without the variable', {}, 'win32', '/home/me/AppData/Local/ddbbackup'],
  ['our own variable', { DDBBACKUP_STATE: '/own', XDG_STATE_HOME: '/var/me' }, 'linux', '/own'],
  ['our own variable, empty', { DDBBACKUP_STATE: '' }, 'linux', '/home/me/.local/state/ddbbackup'],
] as const)('the state folder on %s', (_, env, platform, expected) => {
  expect(stateFolder(env, platform, '/home/me')).toBe(expected);
});
