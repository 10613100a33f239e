import type { Connection, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Boundary } from './boundary';
import type { Catalogue } from './catalogue';
import { clientFrom, type Client } from './client';
import { codeActions } from './code-actions';
import { completionsAt } from './completion';
import type { AwsConnection } from './connection';
import { definitionAt } from './definition';
import { diagnosticsOf, type Reader } from './diagnostics';
import type { OpenSpec, OpenSpecs } from './documents';
import { fitActions, fitCompletions, fitHover } from './fit';
import { hoverAt } from './hover';
import { inlayHints } from './inlay-hints';
import type { Knowledge } from './knowledge';
import { lenses, resolveLens } from './lenses';
import { foldingRanges, format, selectionRanges, symbols } from './structure';
import type { World } from './world';

interface Parts {
  connection: Connection;
  boundary: Boundary;
  specs: OpenSpecs;
  known: Knowledge;
  listed: Catalogue;
  aws: AwsConnection;
  world: World;
}

/** What an editor asks while somebody writes. No answer waits for the network. */
export function serveEditing({ connection, boundary, specs, known, listed, aws, world }: Parts) {
  let client: Client = clientFrom({ capabilities: {} });
  const { feature } = boundary;
  const live = { known, listed, regions: () => aws.settings().connection.regions };

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
    return { kind: 'full', items: diagnosticsOf(open, known, reader()) };
  }

  const reader = (): Reader => ({ isOurs: client.isOurs, rulePage: world.rulePage });

  function publish({ document }: OpenSpec): void {
    const open = specs.get(document.uri);
    if (open === undefined) return;
    const { uri, version } = open.document;
    known.want(open);
    boundary.background('publishDiagnostics', () =>
      connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(open, known, reader()) }),
    );
  }

  /** What is known has changed: the same text may have other problems now. */
  function refreshDiagnostics(): void {
    if (!client.pullsDiagnostics) return specs.all().forEach(publish);
    boundary.background('diagnosticRefresh', () => connection.languages.diagnostics.refresh());
  }

  specs.onDidChange((open) => {
    if (!client.pullsDiagnostics) publish(open);
  });
  specs.onDidSave((open) => known.want(open));
  specs.onDidClose((uri) => {
    known.forget(uri);
    if (client.pullsDiagnostics) return;
    boundary.background('publishDiagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
  /** Hints are made of facts as well; an editor asks for them anew by itself only when the text changes. */
  function refreshHints(): void {
    if (!client.refreshesInlayHints) return;
    boundary.background('inlayHintRefresh', () => connection.languages.inlayHint.refresh());
  }

  known.onDidLearn(() => {
    refreshDiagnostics();
    refreshHints();
  });
  listed.onDidLearn(refreshHints);

  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  connection.languages.diagnostics.on(forOpen('diagnostic', nothing, report));
  connection.onCodeAction(
    forOpen('codeAction', [], (open, { range, context }) =>
      fitActions(codeActions(open, range, context.only, known, reader()), client),
    ),
  );
  connection.onCompletion(
    forOpen('completion', null, async (open, { position }) =>
      fitCompletions(await completionsAt(open, position, live), client),
    ),
  );
  connection.onHover(
    forOpen('hover', null, async (open, { position }) =>
      fitHover(await hoverAt(open, position, { known, listed, state: () => aws.state() }), client),
    ),
  );
  connection.onDefinition(
    forOpen('definition', null, (open, { position }) =>
      definitionAt(open, position, { known, showsDetails: client.isOurs }),
    ),
  );
  connection.languages.inlayHint.on(
    forOpen('inlayHint', [], (open, { range }) => {
      known.want(open);
      return inlayHints(open, range, live);
    }),
  );
  connection.onDocumentSymbol(forOpen('documentSymbol', [], (open) => symbols(open, client.nestedSymbols)));
  connection.onFoldingRanges(
    forOpen('foldingRange', [], (open) => foldingRanges(open, client.foldingRangeLimit)),
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
    forOpen('codeLens', [], ({ document }) =>
      client.isOurs && aws.state().kind === 'ready' ? lenses(document.uri) : [],
    ),
  );
  connection.onCodeLensResolve((lens, token) => feature('codeLensResolve', lens, resolveLens)(lens, token));

  return {
    begin: (editor: Client) => void (client = editor),
    refresh() {
      refreshDiagnostics();
      refreshHints();
      if (!client.isOurs || !client.refreshesCodeLenses) return;
      boundary.background('codeLensRefresh', () =>
        connection.languages.connection.sendRequest('workspace/codeLens/refresh'),
      );
    },
  };
}
