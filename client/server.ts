import { type Disposable, type LogOutputChannel, window } from 'vscode';
import type { Notice, Settings } from '../server/protocol';
import { type Ask, NO_ANSWER_CODE, Refused } from './ask';
import type { Link } from './language-client';

/** The language server, started when it is first asked. */
export interface Server {
  ask: Ask;
  /** Starts it if need be; resolves when it runs. */
  start(): Promise<void>;
  /** Tells a running server; one that starts later is handed the settings anyway. */
  tell<Params>(notice: Notice<Params>, params: Params): Promise<void>;
  /** To be called before the server starts. */
  on<Params>(notice: Notice<Params>, listener: (params: Params) => void): void;
  /** At each start, also after a crash. */
  onRunning(listener: () => void): Disposable;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const RESTART = 'Restart Server';

const NO_ANSWER =
  'The DynamoDB Backup server gave no answer, so it is not known what was done. Look at the log, then try again or restart the server.';

/** @param serverModule absolute path of the bundled server */
export function languageServer(
  serverModule: string,
  log: LogOutputChannel,
  settings: () => Settings,
): Server {
  const notices = new Map<string, (params: unknown) => void>();
  const runningListeners = new Set<() => void>();
  let link: Promise<Link> | undefined;

  async function open(): Promise<Link> {
    const { openLink } = await import('./language-client');
    return openLink({
      serverModule,
      log,
      settings,
      notices,
      onRunning: () => runningListeners.forEach((listener) => listener()),
      onGivenUp: () => void offerRestart(),
    });
  }

  /** A start that failed is tried again by the next question. */
  function opened(): Promise<Link> {
    return (link ??= open().catch(forget));
  }

  function forget(error: unknown): never {
    link = undefined;
    throw error;
  }

  /** A new link, as the old one's client may be in a state that it cannot be started from. */
  async function restart(): Promise<void> {
    const old = link;
    link = stopped(old).then(open).catch(forget);
    await link;
  }

  async function offerRestart(): Promise<void> {
    const words =
      'The DynamoDB Backup server stopped five times within three minutes and is not started again. Restores go on at AWS; they are watched again after a restart.';
    if ((await window.showErrorMessage(words, RESTART)) === RESTART) await restart();
  }

  return {
    async ask(question, params, signal) {
      try {
        return await (await opened()).ask(question, params, signal);
      } catch (error) {
        if (signal?.aborted) throw error;
        log.error(`${question.method}: ${String(error)}`);
        throw new Refused({ message: NO_ANSWER, code: NO_ANSWER_CODE });
      }
    },
    start: async () => void (await opened()),
    async tell(notice, params) {
      if (link !== undefined) await (await link).tell(notice, params);
    },
    on<Params>(notice: Notice<Params>, listener: (params: Params) => void) {
      // The phantom type is the only word on what arrives: both sides are built from one protocol.ts.
      notices.set(notice.method, (params) => listener(params as Params));
    },
    onRunning(listener) {
      runningListeners.add(listener);
      return { dispose: () => void runningListeners.delete(listener) };
    },
    restart,
    stop: () => stopped(link),
  };
}

/** Resolves when nothing of it runs any more. */
async function stopped(link: Promise<Link> | undefined): Promise<void> {
  const open = await link?.catch(() => undefined);
  await open?.stop().catch(() => undefined);
}
