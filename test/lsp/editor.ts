import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  CancellationTokenSource,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type { ClientCapabilities, Diagnostic, InitializeResult } from 'vscode-languageserver-protocol';
import type { Notice, Question, Settings } from '../../server/protocol';

/** A language client without an editor: the other end of the wire, and the memory of all that came over it. */
export interface Editor {
  server: InitializeResult;
  ask<Params, Answer>(question: Question<Params, Answer>, params: Params): Promise<Answer>;
  request<Answer>(method: string, params: unknown): Promise<Answer>;
  /** Sends a request and takes it back at once. */
  requestAndCancel(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): Promise<void>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  /** The document's diagnostics as pulled now. */
  pull(uri: string): Promise<Diagnostic[]>;
  /** The methods of all notifications and requests so far, in their order. */
  methods(): string[];
  /** All notifications and requests of one method so far. */
  received<Params>(method: string): Params[];
  /** Resolves with the first message of a method that fits, also one that has come already. */
  until<Params>(method: string, fits?: (params: Params) => boolean): Promise<Params>;
  untilNotice<Params>(notice: Notice<Params>, fits?: (params: Params) => boolean): Promise<Params>;
  close(): void;
}

export interface EditorOptions {
  settings?: Settings;
  /** What another editor hands over in the place of `settings`. */
  options?: unknown;
  /** What another editor says it can do, in the place of what VS Code says. */
  capabilities?: ClientCapabilities;
  /** What requests of the server's are answered, by method; else null. */
  answers?: Record<string, () => unknown>;
  /** A request of the server's that is never answered. */
  unanswered?: string;
  /** Pull diagnostics with refresh, work-done progress, nested symbols: what VS Code says of itself. Default: true. */
  modern?: boolean;
}

const MODERN = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { rangeLimit: 5_000 },
    publishDiagnostics: { versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
};

export async function connectEditor(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { settings, options, unanswered, modern = true, capabilities, answers = {} }: EditorOptions,
): Promise<Editor> {
  const wire = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const inbox = inboxOf(wire, unanswered, answers);
  wire.listen();
  const server = await wire.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: capabilities ?? (modern ? MODERN : {}),
    initializationOptions: settings ?? options,
  });
  await wire.sendNotification('initialized', {});

  return {
    ...inbox,
    server,
    ask: (question, params) => wire.sendRequest(question.method, params),
    request: (method, params) => wire.sendRequest(method, params),
    requestAndCancel(method, params) {
      const source = new CancellationTokenSource();
      const answer = wire.sendRequest(method, params, source.token);
      source.cancel();
      return answer;
    },
    notify: (method, params) => wire.sendNotification(method, params),
    open: (uri, text, languageId = 'ddbbackup') =>
      wire.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, text) =>
      wire.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    async pull(uri) {
      const { items } = await wire.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return items;
    },
    untilNotice: (notice, fits) => inbox.until(notice.method, fits),
    close: () => wire.dispose(),
  };
}

type Inbox = Pick<Editor, 'methods' | 'received' | 'until'>;

function inboxOf(
  wire: MessageConnection,
  unanswered: string | undefined,
  answers: Record<string, () => unknown>,
): Inbox {
  const messages: { method: string; params: unknown }[] = [];
  const waiting = new Set<() => void>();
  const put = (method: string, params: unknown): void => {
    // JSON-RPC sends one parameter that is a list inside a list of its own.
    messages.push({ method, params: Array.isArray(params) ? params[0] : (params ?? null) });
    for (const look of waiting) look();
  };
  wire.onNotification((method, params) => put(method, params));
  wire.onUnhandledProgress(({ token, value }) => put('$/progress', { token, value }));
  wire.onRequest((method, params) => {
    put(method, params);
    return method === unanswered ? new Promise(() => undefined) : (answers[method]?.() ?? null);
  });
  const received = <Params>(method: string): Params[] =>
    messages.filter((message) => message.method === method).map(({ params }) => params as Params);
  return {
    methods: () => messages.map(({ method }) => method),
    received,
    until: <Params>(method: string, fits: (params: Params) => boolean = () => true) =>
      new Promise<Params>((resolve) => {
        const look = (): void => {
          const found = received<Params>(method).find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
