/** The language server as a program: wiring only. The editor says with `--stdio` or `--node-ipc` how it speaks. */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, LSPErrorCodes, Message, type ResponseMessage } from 'vscode-languageserver/node';
import { routeTo } from './aws/endpoint';
import { fileJournal } from './disk/journal-file';
import { folderLocks, lockTimes } from './disk/lock';
import { stateFolder } from './disk/state-folder';
import { startSandbox } from './local-sandbox';
import { startServer } from './lsp/server';
import type { World } from './lsp/world';
import { systemClock } from './run/system-clock';

/** Each rule has a page, which ships beside the bundles. */
function rulePage(code: string): string | undefined {
  const page = path.join(__dirname, '..', 'docs', 'rules', `${code}.md`);
  return existsSync(page) ? pathToFileURL(page).href : undefined;
}

function world(): World {
  const state = stateFolder(process.env, process.platform, os.homedir());
  return {
    async openAccount(profile, endpoint, regions) {
      const { openAccount } = await import('./aws/index');
      return openAccount({ endpoint, regions, ...(profile === '' ? {} : { profile }) });
    },
    endpointRefusal(endpoint, chosen) {
      const regions = chosen.length === 0 ? ['us-east-1'] : chosen;
      const routes = regions.map((region) => routeTo(endpoint, region, regions));
      return routes.every((route) => route.kind === 'refused') ? routes[0]?.why : undefined;
    },
    async listProfiles() {
      const { listProfiles } = await import('./aws/index');
      return listProfiles();
    },
    startSandbox: () => startSandbox(state, folderLocks(state, { ...lockTimes, staleMs: 500 })),
    journal: fileJournal(state),
    locks: folderLocks(state),
    clock: systemClock,
    random: Math.random,
    rulePage,
  };
}

/** A question that was taken back before its turn came is answered at once, without being looked at. */
function cancelUndispatched(question: Message): ResponseMessage {
  const id = Message.isRequest(question) ? question.id : null;
  return {
    id,
    jsonrpc: question.jsonrpc,
    error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
  };
}

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some((argument) => transports.some((known) => argument.startsWith(known)))) {
  const connection = createConnection({ cancelUndispatched });
  // The boundary catches what handlers throw. This is for what no handler waits for: a line in the log, not the end of a restore's watch.
  process.on('unhandledRejection', (reason) => {
    connection.console.error(`unhandled: ${reason instanceof Error ? reason.stack : typeof reason}`);
  });
  startServer(connection, world());
  connection.listen();
} else {
  process.stderr.write(
    'This is the language server of ddbbackup. An editor starts it with --stdio or --node-ipc.\n',
  );
  process.exitCode = 2;
}
