import type { ClientCapabilities, Connection, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Boundary } from './boundary';
import { codeActions } from './code-actions';
import { completionsAt } from './completion';
import type { AwsConnection } from './connection';
import { diagnosticsOf } from './diagnostics';
import type { OpenSpec, OpenSpecs } from './documents';
import { hoverAt } from './hover';
import type { Knowledge } from './knowledge';
import { lenses, resolveLens } from './lenses';
import type { Listed } from './listings';
import { foldingRanges, format, selectionRanges, symbols } from './structure';
import type { World } from './world';

interface Parts {
  connection: Connection;
  boundary: Boundary;
  specs: OpenSpecs;
  known: Knowledge;
  lists: Listed;
  aws: AwsConnection;
  world: World;
}

/** What an editor asks while somebody writes. No answer waits for the network. */
export function serveEditing({ connection, boundary, specs, known, lists, aws, world }: Parts) {
  let client: ClientCapabilities = {};
  const { feature } = boundary;
  const live = {
    known,
    listed: lists,
    regions: () => aws.settings().connection.regions,
    nowMs: () => world.clock.now(),
  };

  /** Answers for an open file; a file that is not open has no answer. */
  function forOpen<Params extends { textDocument: { uri: string } }, Result>(
    name: string,
    empty: Result,
    handler: (open: OpenSpec, params: Params) => Promise<Result> | Result,
  ) {
    return feature(name, empty, (params: Params) => {
      const open = specs.get(params.textDocument.uri);
      return open === undefined ? empty : handler(open, params);
    });
  }

  function report(open: OpenSpec): DocumentDiagnosticReport {
    known.want(open);
    return { kind: 'full', items: diagnosticsOf(open, known, world.rulePage) };
  }

  const pulls = (): boolean => client.textDocument?.diagnostic !== undefined;

  function publish({ document }: OpenSpec): void {
    const open = specs.get(document.uri);
    if (open === undefined) return;
    const { uri, version } = open.document;
    known.want(open);
    boundary.background('publishDiagnostics', () =>
      connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(open, known, world.rulePage) }),
    );
  }

  /** What is known has changed: the same text may have other problems now. */
  function refreshDiagnostics(): void {
    if (!pulls()) return specs.all().forEach(publish);
    if (client.workspace?.diagnostics?.refreshSupport !== true) return;
    boundary.background('diagnosticRefresh', () => connection.languages.diagnostics.refresh());
  }

  specs.onDidChange((open) => {
    if (!pulls()) publish(open);
  });
  specs.onDidSave((open) => known.want(open));
  specs.onDidClose((uri) => {
    known.forget(uri);
    if (pulls()) return;
    boundary.background('publishDiagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
  known.onDidLearn(refreshDiagnostics);

  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  connection.languages.diagnostics.on(forOpen('diagnostic', nothing, report));
  connection.onCodeAction(
    forOpen('codeAction', [], (open, { range, context }) =>
      codeActions(open, range, context.only, known, world.rulePage),
    ),
  );
  connection.onCompletion(
    forOpen('completion', null, (open, { position }) => completionsAt(open, position, live)),
  );
  connection.onHover(
    forOpen('hover', null, (open, { position }) =>
      hoverAt(open, position, { known, listed: lists, nowMs: world.clock.now() }),
    ),
  );
  connection.onDocumentSymbol(
    forOpen('documentSymbol', [], (open) =>
      symbols(open, client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true),
    ),
  );
  connection.onFoldingRanges(
    forOpen('foldingRange', [], (open) => foldingRanges(open, client.textDocument?.foldingRange?.rangeLimit)),
  );
  connection.onSelectionRanges(
    forOpen('selectionRange', [], (open, { positions }) => selectionRanges(open, positions)),
  );
  connection.onDocumentFormatting(
    forOpen('formatting', [], (open, { options }) => format(open, undefined, options)),
  );
  connection.onDocumentRangeFormatting(
    forOpen('rangeFormatting', [], (open, { range, options }) => format(open, range, options)),
  );
  connection.onCodeLens(
    forOpen('codeLens', [], ({ document }) => (aws.state().kind === 'ready' ? lenses(document.uri) : [])),
  );
  connection.onCodeLensResolve((lens, token) => feature('codeLensResolve', lens, resolveLens)(lens, token));

  return {
    begin: (capabilities: ClientCapabilities) => void (client = capabilities),
    refresh() {
      refreshDiagnostics();
      if (client.workspace?.codeLens?.refreshSupport !== true) return;
      boundary.background('codeLensRefresh', () =>
        connection.languages.connection.sendRequest('workspace/codeLens/refresh'),
      );
    },
  };
}
