import { type LogOutputChannel, window } from 'vscode';

/** The one log: ours, the language server's, and the traffic between them at level Trace. */
export function openLog(): LogOutputChannel {
  return window.createOutputChannel('DynamoDB Backup', { log: true });
}
