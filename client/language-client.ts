import type { LogOutputChannel } from 'vscode';
import {
  CloseAction,
  type ErrorHandler,
  LanguageClient,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import type { Notice, Question, Settings } from '../server/protocol';
import { progressNotifications } from './progress-notifications';

/** A bundle of its own, loaded when a spec or the view is first shown: the rest of the extension starts without it. */

export interface Link {
  ask<Params, Answer>(
    question: Question<Params, Answer>,
    params: Params,
    signal?: AbortSignal,
  ): Promise<Answer>;
  tell<Params>(notice: Notice<Params>, params: Params): Promise<void>;
  stop(): Promise<void>;
}

export interface LinkOptions {
  /** Absolute path of the bundled server. */
  serverModule: string;
  log: LogOutputChannel;
  settings(): Settings;
  /** Called at each notification of the server with one of these methods. */
  notices: ReadonlyMap<string, (params: unknown) => void>;
  /** Running for the first time, or again. */
  onRunning(): void;
  /** It crashed too often and is not started again. */
  onGivenUp(): void;
}

/** What the library says is for programmers and names nothing to do: it goes into the log. Users get our words, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Resolves when the server answers. */
export async function openLink(options: LinkOptions): Promise<Link> {
  const { log, notices, serverModule } = options;
  const progress = progressNotifications((token) =>
    client.sendNotification('window/workDoneProgress/cancel', { token }),
  );
  const client: LanguageClient = new QuietClient(
    'ddbbackup',
    'DynamoDB Backup',
    { module: serverModule, transport: TransportKind.ipc },
    {
      // The pattern is for users who map *.json to another language.
      documentSelector: [{ language: 'ddbbackup' }, { pattern: '**/*.ddbbackup.json' }],
      outputChannel: log,
      initializationOptions: () => options.settings(),
      middleware: { handleWorkDoneProgress: progress.handle },
      // Without it the library shows its own message. Rejecting is what tells us.
      initializationFailedHandler: () => false,
      // Called while the client is made, when there is none to ask for its default yet.
      errorHandler: {
        error: (...failure) => crashes().error(...failure),
        async closed() {
          // A first start that failed is told to whoever asked for it; a client that went on trying would come to stand beside the next one.
          if (!kept) return { action: CloseAction.DoNotRestart, handled: true };
          const result = await crashes().closed();
          if (result.action !== CloseAction.DoNotRestart) return { ...result, handled: true };
          options.onGivenUp();
          return { ...result, handled: true };
        },
      },
    },
  );
  /** Opened, and not to be stopped yet: then it is started again when it crashes. */
  let kept = false;
  let defaultHandler: ErrorHandler | undefined;
  const crashes = (): ErrorHandler => (defaultHandler ??= client.createDefaultErrorHandler());

  for (const [method, listener] of notices) client.onNotification(method, listener);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) options.onRunning();
    // Whatever it worked on, nobody will tell of its end.
    if (newState === State.Stopped) progress.endAll();
  });
  await client.start();
  kept = true;
  return {
    ask: (question, params, signal) => ask(client, question, params, signal),
    tell: (notice, params) => client.sendNotification(notice.method, params),
    async stop() {
      kept = false;
      if (!client.needsStop()) return;
      // It cannot be stopped while it starts.
      await client.start();
      await client.stop();
    },
  };
}

async function ask<Params, Answer>(
  client: LanguageClient,
  { method }: Question<Params, Answer>,
  params: Params,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (signal === undefined) return client.sendRequest<Answer>(method, params);
  const listeners = new Set<() => void>();
  const cancel = (): void => listeners.forEach((listener) => listener());
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await client.sendRequest<Answer>(method, params, {
      get isCancellationRequested() {
        return signal.aborted;
      },
      onCancellationRequested(listener: (event: unknown) => unknown) {
        const call = (): void => void listener(undefined);
        listeners.add(call);
        return { dispose: () => void listeners.delete(call) };
      },
    });
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
