import {
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { Connection, ShowMessageParams } from 'vscode-languageserver';
import { plainText } from '../core/plain-text';
import { memberOf } from '../core/record';
import * as protocol from '../protocol';
import type { Notice } from '../protocol';
import type { Boundary } from './boundary';
import type { Client } from './client';
import type { AwsConnection } from './connection';
import { chosenIn, NOTHING_CHOSEN, permissionIn, settingsFrom, type Reading } from './settings';

const SECTION = 'ddbbackup';
const LONGEST_MESSAGE = 500;
const showMessage: Notice<ShowMessageParams> = { method: ShowMessageNotification.method };

interface Parts {
  connection: Connection;
  boundary: Boundary;
  aws: AwsConnection;
}

/**
 * Where settings come from. Our extension hands over the user's own and says when they move. For any other editor `initializationOptions`
 * choose and the configuration can only forbid: see `chosenIn` and `permissionIn`.
 */
export function serveConfiguration({ connection, boundary, aws }: Parts) {
  let client: Client;
  let chosen = NOTHING_CHOSEN;
  let faultsAtStart: string[] = [];
  let asked = 0;
  const said = new Set<string>();

  /** Each fault is told once: an editor may send the same configuration again and again. */
  function complain(faults: readonly string[]): void {
    for (const fault of faults.filter((one) => !said.has(one))) {
      said.add(fault);
      const message = plainText(`ddbbackup: ${fault}`, LONGEST_MESSAGE);
      boundary.tell(showMessage, { type: MessageType.Warning, message });
    }
  }

  function heed({ value: allowed, faults }: Reading<boolean>): void {
    complain(faults);
    const trusted = chosen.connection.trusted && allowed;
    aws.change({ ...chosen, connection: { ...chosen.connection, trusted } });
  }

  /**
   * Until the first answer nothing is asked of AWS; of two answers under way the later question's counts. An editor that cannot answer
   * forbids nothing.
   */
  async function askEditor(): Promise<void> {
    const question = ++asked;
    let section: unknown;
    try {
      section = await connection.workspace.getConfiguration(SECTION);
    } finally {
      if (question === asked) heed(permissionIn(section));
    }
  }

  connection.onNotification(protocol.settingsChanged.method, (settings: unknown) => {
    if (client.isOurs) aws.change(settingsFrom(settings));
  });
  connection.onDidChangeConfiguration((params) => {
    if (client.isOurs) return;
    if (client.answersConfiguration) boundary.background('configuration', askEditor);
    else heed(permissionIn(memberOf(params.settings, SECTION)));
  });

  return {
    begin(editor: Client, initializationOptions: unknown): void {
      client = editor;
      if (client.isOurs) return aws.change(settingsFrom(initializationOptions));
      ({ value: chosen, faults: faultsAtStart } = chosenIn(initializationOptions));
      if (!client.answersConfiguration) aws.change(chosen);
    },
    /** The editor is ready to be told and asked. */
    start(): void {
      if (client.isOurs) return;
      const nothingAsked = 'Until this is mended, and the server started again, nothing is asked of AWS.';
      complain(faultsAtStart.map((fault) => `${fault} ${nothingAsked}`));
      if (client.registersConfiguration) {
        boundary.background('register', async () => {
          await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
        });
      }
      if (client.answersConfiguration) boundary.background('configuration', askEditor);
    },
  };
}
