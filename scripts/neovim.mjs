import { delimiter, join } from 'node:path';
import process from 'node:process';
import { canRun, ensureTool } from './tool.mjs';

/**
 * The Neovim to drive: NVIM_PATH when set (and then nothing else), else the system's own, else the first on PATH.
 * @returns {string | undefined} absolute path of an executable
 */
export function findNeovim() {
  const chosen = process.env['NVIM_PATH'];
  if (chosen) return canRun(chosen) ? chosen : undefined;
  const name = process.platform === 'win32' ? 'nvim.exe' : 'nvim';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return ['/usr/bin/nvim', ...folders.map((folder) => join(folder, name))].find(canRun);
}

/**
 * Finds Neovim, or installs it: see `ensureTool`.
 * @param {{ log?: (line: string) => void }} [options]
 */
export function ensureNeovim({ log } = {}) {
  return ensureTool({
    name: 'Neovim',
    aptPackage: 'neovim',
    megabytes: 20,
    variable: 'NVIM_PATH',
    find: findNeovim,
    notFound: 'No Neovim was found.',
    log,
  });
}
