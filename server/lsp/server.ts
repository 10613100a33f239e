import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import * as protocol from '../protocol';
import { backups } from './backups';
import { boundaryOf } from './boundary';
import { catalogue } from './catalogue';
import { clientFrom, type Client } from './client';
import { serveConfiguration } from './configuration';
import { awsConnection } from './connection';
import { FIX_ALL } from './code-actions';
import { readDetails } from './details';
import { openSpecs } from './documents';
import { serveEditing } from './editing';
import { knowledge } from './knowledge';
import { listings } from './listings';
import { newSpec } from './new-spec';
import { freshPlan, planAnswer, shownSpec } from './planning';
import { restores } from './restores';
import { suggestBackupName } from '../run/backup';
import type { World } from './world';

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  diagnosticProvider: { identifier: 'ddbbackup', interFileDependencies: false, workspaceDiagnostics: false },
  codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
  completionProvider: { triggerCharacters: ['"', ':'] },
  hoverProvider: true,
  inlayHintProvider: true,
  definitionProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  codeLensProvider: { resolveProvider: true },
};

/** An editor that is sent problems does not hear of the other way; lenses run commands that only our extension has. */
function capabilitiesFor({ isOurs, pullsDiagnostics }: Client): ServerCapabilities {
  const { diagnosticProvider, codeLensProvider, ...others } = CAPABILITIES;
  return {
    ...others,
    ...(pullsDiagnostics && { diagnosticProvider }),
    ...(isOurs && { codeLensProvider }),
  };
}

/** Serve one client over a connection: wiring only. The caller makes the connection and opens the world. */
export function startServer(connection: Connection, world: World): void {
  const boundary = boundaryOf(connection);
  const aws = awsConnection(world);
  const specs = openSpecs(connection);
  const known = knowledge(aws, world, boundary);
  const listed = catalogue(aws, world.clock, boundary);
  const lists = listings(
    () => aws.account(),
    listed,
    () => world.clock.now(),
  );

  function changed(region: string, table?: string): void {
    aws.forgetReads();
    known.expire();
    listed.expire();
    for (const open of specs.all()) known.want(open);
    boundary.tell(protocol.changed, table === undefined ? { region } : { region, table });
  }

  const made = backups(aws, world, boundary, changed);
  const running = restores({ connection, boundary, specs, aws, world, changed });
  const editing = serveEditing({ connection, boundary, specs, known, listed, aws, world });
  const configuration = serveConfiguration({ connection, boundary, aws });
  let isOurs = false;

  /** Only where somebody can see it: in an editor without our views the server reads, and starts nothing by itself. */
  function goOn(): void {
    if (isOurs && aws.state().kind === 'ready') boundary.background('goOn', () => running.goOn());
  }

  connection.onInitialize((params: InitializeParams) => {
    const client = clientFrom(params);
    ({ isOurs } = client);
    configuration.begin(client, params.initializationOptions);
    editing.begin(client);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'ddbbackup' } };
  });
  connection.onInitialized(() => {
    aws.onDidChange(() => {
      running.leave();
      made.leave();
      listed.forget();
      known.forgetAll();
      if (isOurs) boundary.tell(protocol.connectionChanged, aws.state());
      editing.refresh();
      goOn();
    });
    configuration.start();
    goOn();
  });
  connection.onShutdown(() => {
    running.leave();
    made.leave();
    known.forgetAll();
    listed.forget();
    aws.close();
  });

  const { answer, answerPlainly } = boundary;
  answerPlainly(protocol.connectionState, { kind: 'none' }, () => aws.state());
  answerPlainly(protocol.listProfiles, [], () =>
    aws.settings().connection.trusted ? world.listProfiles() : [],
  );
  answerPlainly(protocol.suggestBackupName, '', ({ table }) => suggestBackupName(table, world));
  answerPlainly(protocol.listRestores, [], () => running.rows());
  answer(protocol.closeRestore, ({ op }) => running.close(op));
  answer(protocol.listTables, ({ region, more }, signal) => lists.listTables(region, more, signal));
  answer(protocol.describeTable, ({ region, table }, signal) => lists.describeTable(region, table, signal));
  answer(protocol.pointInTimeWindow, ({ region, table }, signal) =>
    lists.pointInTimeWindow(region, table, signal),
  );
  answer(protocol.listBackups, ({ region, table, more }, signal) =>
    lists.listBackups(region, table, more, signal),
  );
  answer(protocol.listDeletedTables, ({ region }, signal) => lists.listDeletedTables(region, signal));
  answer(protocol.createBackup, (asked) => made.create(asked));
  answer(protocol.deleteBackup, (asked) => made.delete(asked));
  answer(protocol.newSpec, async (asked, signal) => newSpec(asked, (await aws.account()).fresh, signal));
  answer(protocol.details, async ({ uri }, signal) =>
    readDetails(uri, (await aws.account()).fresh, world.clock.now(), signal),
  );
  answer(protocol.plan, async ({ uri, version }, signal) =>
    planAnswer(await freshPlan(shownSpec(specs, uri, version), aws, world, signal)),
  );
  answer(protocol.restore, (asked) => running.start(asked));
}
