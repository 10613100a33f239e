'use strict';
// Preloaded into the VS Code server: ends it when the program that started it is gone, however that died.
// File descriptor 3 is a pipe that the starter holds open and never writes to, so its end is the starter's end.
const { rmSync } = require('node:fs');
const { Socket } = require('node:net');

const LAST_WRITES_MS = 500;
const folder = process.env.DDBBACKUP_GUARDED_FOLDER;
delete process.env.DDBBACKUP_GUARDED_FOLDER; // the extension host must not see it, nor guard anything itself

if (folder) {
  const starter = new Socket({ fd: 3, readable: true, writable: false });
  starter.on('error', () => {});
  starter.on('close', () => endEverything());
  starter.resume();
  starter.unref();
}

function endEverything() {
  process.removeAllListeners('SIGTERM');
  process.on('SIGTERM', () => {}); // the signal below goes to this process too, which still has to clean up
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    process.kill(-process.pid, 'SIGKILL');
  }, LAST_WRITES_MS);
}
