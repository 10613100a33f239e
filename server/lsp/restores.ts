import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Connection, ShowMessageParams } from 'vscode-languageserver';
import { isOpen, operationOf, operations, type Operation } from '../core/journal';
import { plain } from '../core/explain';
import { AwsFailure, type Ports } from '../run/ports';
import { AlreadyRunning, hashOf, restore, resume } from '../run/restore';
import type { RestoreEvent } from '../run/restore-event';
import { restoresChanged, type Notice, type RestoreRow } from '../protocol';
import type { Changed } from './backups';
import type { Boundary } from './boundary';
import type { AwsConnection } from './connection';
import type { OpenSpecs } from './documents';
import { freshPlan, shownSpec } from './planning';
import { showProgress, type Shown } from './progress';
import { Refused } from './refusal';
import { restoreRows, rowOf } from './restore-rows';
import type { World } from './world';

const STOPPED_WATCHING =
  'The restore is not watched any more. It goes on at AWS, where a restore cannot be stopped; settings are put back when it is watched again, at the next start.';
const showMessage: Notice<ShowMessageParams> = { method: ShowMessageNotification.method };
/** How soon a restore that could not be taken up is looked at again: the other window may have been closed, the network be back. */
const LOOK_AGAIN_MS = 30_000;
/** A credential process may ask its user something each time. */
const LOOK_AGAIN_AT_MOST_MS = 300_000;

/** Starts restores, watches them, and goes on with those the journal says are open. */
export interface Restores {
  /** Resolves when AWS accepted or refused, or when that is not known. */
  start(asked: { uri: string; version: number; planHash: string }): Promise<RestoreRow>;
  rows(): Promise<RestoreRow[]>;
  close(op: string): Promise<void>;
  /** Take up what is open in the account signed in to. Only reads until its outcome is known. */
  goOn(): Promise<void>;
  /** Stop watching, without a word: the account changed, or the server ends. */
  leave(): void;
}

interface Parts {
  connection: Connection;
  boundary: Boundary;
  specs: OpenSpecs;
  aws: AwsConnection;
  world: World;
  changed: Changed;
}

export function restores({ connection, boundary, specs, aws, world, changed }: Parts): Restores {
  const { journal, clock } = world;
  const watched = new Map<string, AbortController>();
  const heard = new Map<string, string>();

  const rows = async (): Promise<RestoreRow[]> =>
    restoreRows((await journal.read()).rows, heard, clock.now());

  async function operation(op: string): Promise<Operation> {
    const found = operationOf((await journal.read()).rows, op);
    if (found === undefined) throw new Refused('NoSuchRestore', 'The journal knows no such restore.');
    return found;
  }

  async function portsNow(): Promise<Ports> {
    return { ...world, account: (await aws.account()).fresh };
  }

  /** Read a restore's events to the end; `onOp` hears its id with the first of them, `onOutcome` when AWS has answered. */
  async function follow(
    events: AsyncGenerator<RestoreEvent, void, undefined>,
    controller: AbortController,
    onOutcome: (op: string) => void,
  ): Promise<void> {
    let progress: Shown | undefined;
    let followed: Operation | undefined;
    let before: RestoreEvent['kind'] | undefined;
    try {
      for await (const event of events) {
        followed ??= await begin(event.op);
        progress ??= showProgress(connection, titleOf(followed), () => stopWatching(controller));
        progress.say(event.words);
        heard.set(event.op, event.words);
        if (isAnswer(event)) onOutcome(event.op);
        boundary.tell(restoresChanged, await rows());
        if (event.kind !== before) changed(followed.intent.key.region);
        before = event.kind;
      }
    } finally {
      progress?.end();
      if (followed !== undefined) unwatch(followed.op, controller);
      boundary.tell(restoresChanged, await rows());
    }

    async function begin(op: string): Promise<Operation> {
      watched.set(op, controller);
      return operation(op);
    }
  }

  /** Unless somebody else has taken it up meanwhile. */
  function unwatch(op: string, controller: AbortController): void {
    if (watched.get(op) !== controller) return;
    watched.delete(op);
    heard.delete(op);
  }

  function stopWatching(controller: AbortController): void {
    controller.abort();
    boundary.tell(showMessage, { type: MessageType.Info, message: STOPPED_WATCHING });
  }

  /**
   * Go on with a restore of the account that is signed in. While another window has it in hand, or nobody can be asked whose account this
   * is (the network is not up yet, the session has expired), look again from time to time.
   */
  async function watch({ op, intent: { key } }: Operation, controller: AbortController): Promise<void> {
    const { signal } = controller;
    watched.set(op, controller);
    try {
      for (let pauseMs = LOOK_AGAIN_MS; isOpen(await operation(op)); pauseMs = longer(pauseMs)) {
        try {
          const ports = await portsNow();
          const caller = await ports.account.read(key.region, 'GetCallerIdentity', {}, signal);
          if (caller.Account !== key.accountId) return;
          return await follow(resume(op, ports, signal), controller, () => undefined);
        } catch (error) {
          if (!(error instanceof AlreadyRunning || error instanceof AwsFailure)) throw error;
        }
        boundary.tell(restoresChanged, await rows());
        await clock.sleep(pauseMs, signal);
      }
    } finally {
      unwatch(op, controller);
    }
  }

  return {
    rows,
    async start({ uri, version, planHash }) {
      const open = shownSpec(specs, uri, version);
      const made = await freshPlan(open, aws, world);
      shownSpec(specs, uri, version);
      if (made.kind === 'refused')
        throw new Refused('Refused', `Nothing was sent. ${made.reasons.join(' ')}`);
      if (hashOf(made.plan) !== planHash) {
        throw new Refused(
          'PlanChanged',
          'What would be done is not what was shown: the account, the source or the target changed meanwhile. Nothing was sent; look at the new plan.',
        );
      }
      const ports = await portsNow();
      const controller = new AbortController();
      const context = { profile: aws.settings().connection.profile, spec: uri };
      const events = restore(made.plan, context, ports, controller.signal);
      const op = await new Promise<string>((resolve, reject) => {
        boundary.background('restore', () =>
          follow(events, controller, resolve).then(
            () =>
              reject(
                new Refused('Stopped', 'The restore ended without a word. Look at the list of restores.'),
              ),
            (error: unknown) => {
              reject(error instanceof Error ? error : new Error('no error'));
              throw error;
            },
          ),
        );
      });
      return rowOf(await operation(op), heard.get(op));
    },
    async close(op) {
      const { state } = await operation(op);
      if (state !== 'unknown' && state !== 'foreign' && state !== 'vanished') {
        throw new Refused('NotClosable', 'Only a restore whose outcome needs a look can be closed.');
      }
      const at = new Date(clock.now()).toISOString();
      await journal.append({ op, at, state: 'closed', note: 'Closed by the user.' });
      boundary.tell(restoresChanged, await rows());
    },
    async goOn() {
      const open = operations((await journal.read()).rows).filter(
        (one) => isOpen(one) && !watched.has(one.op),
      );
      for (const one of open) boundary.background('resume', () => watch(one, new AbortController()));
    },
    leave() {
      for (const controller of watched.values()) controller.abort();
      watched.clear();
      heard.clear();
    },
  };
}

function longer(pauseMs: number): number {
  return Math.min(2 * pauseMs, LOOK_AGAIN_AT_MOST_MS);
}

/** From here on it is known whether something runs at AWS, or that it is not known. */
function isAnswer({ kind }: RestoreEvent): boolean {
  return kind !== 'intent' && kind !== 'waiting';
}

function titleOf({ intent }: Operation): string {
  return `Restoring ${plain(intent.sourceTableName)} to ${plain(intent.key.target)}`;
}
