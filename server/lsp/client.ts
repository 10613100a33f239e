import { MarkupKind } from 'vscode-languageserver';
import type { InitializeParams } from 'vscode-languageserver';
import { isData } from '../core/record';

/** What the editor at the other end can do: read once, from what it says of itself when it starts the server. */
export interface Client {
  /** Our own extension in VS Code: it has our commands and hears our notices, and its editor checks JSON by our schema. */
  isOurs: boolean;
  /**
   * It asks for problems itself and can be told to ask anew. One that cannot be told is sent the problems instead: what is learnt from AWS
   * after the last edit would never reach its user.
   */
  pullsDiagnostics: boolean;
  /** Answers `workspace/configuration`. */
  answersConfiguration: boolean;
  /** Sends `workspace/didChangeConfiguration` only when it was asked to. */
  registersConfiguration: boolean;
  /** Edits that are bound to a version of a file. */
  versionedEdits: boolean;
  /** Code actions that carry their edit; without it only commands could be answered. */
  codeActionLiterals: boolean;
  /** Completions with places to fill in. */
  snippets: boolean;
  /** Completions with words beside the label. */
  labelDetails: boolean;
  markdown: { hover: boolean; completion: boolean };
  nestedSymbols: boolean;
  /** How many folding ranges it takes; undefined = all. */
  foldingRangeLimit: number | undefined;
  refreshesCodeLenses: boolean;
  refreshesInlayHints: boolean;
}

export function clientFrom({
  capabilities: { textDocument, workspace },
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Client {
  const completionItem = textDocument?.completion?.completionItem;
  return {
    isOurs: isOurExtension(initializationOptions),
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    snippets: completionItem?.snippetSupport === true,
    labelDetails: completionItem?.labelDetailsSupport === true,
    markdown: {
      hover: takesMarkdown(textDocument?.hover?.contentFormat),
      completion: takesMarkdown(completionItem?.documentationFormat),
    },
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingRangeLimit: textDocument?.foldingRange?.rangeLimit,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
  };
}

/** Only our extension hands over a whole `Settings`; what a person writes for another editor is flat. */
function isOurExtension(initializationOptions: unknown): boolean {
  return isData(initializationOptions) && isData(initializationOptions['connection']);
}

function takesMarkdown(formats: readonly MarkupKind[] | undefined): boolean {
  return formats?.includes(MarkupKind.Markdown) === true;
}
