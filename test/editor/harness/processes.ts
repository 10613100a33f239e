import { readdir, readFile } from 'node:fs/promises';
import type { VsCodeServer } from '../../../scripts/vscode-headless.mjs';
import { until } from './until';

/** The process of our language server in this VS Code, once it runs. Linux only, as the headless VS Code is. */
export async function languageServerPid({ dataDir }: VsCodeServer): Promise<number> {
  return until('the language server to run', async () => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    for (const pid of pids) {
      // A process may end between the listing and the look.
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes(`${dataDir}/extensions/`) && command.includes('/dist/server.js'))
        return Number(pid);
    }
    return undefined;
  });
}
