import { nothingKnown, type Facts } from '../core/facts';
import { parseBackupArn, parseTableArn } from '../core/spec/arn';
import { destinationRegion, sourceOf, targetOf } from '../core/spec/request';
import type { Spec } from '../core/spec/spec';
import { stillKnown } from '../core/still-known';
import { inWords } from '../core/explain';
import type { Operation } from '../core/journal';
import { namedKey } from '../core/named-key';
import { oncePerCause } from '../core/once-per-cause';
import { gather, openRestores, withOwnRestore } from '../run/gather';
import type { Ports } from '../run/ports';
import { usableRegion } from '../run/usable-region';
import type { Boundary } from './boundary';
import { isAbort } from './boundary';
import type { AwsConnection } from './connection';
import type { OpenSpec } from './documents';
import { refusalOf } from './refusal';

/** How long facts count as fresh: after that they are still shown, and asked for anew. */
const FRESH_MS = 30_000;
/** Quiet time before asking, so that a name being typed is asked for once. */
const QUIET_MS = 300;

/** What is known about each open spec: learnt in the background, never waited for. */
export interface Knowledge {
  /** What is known now of what this text names. */
  factsFor(spec: Spec, uri: string): Facts;
  /** Why it could not be learnt, in plain words; empty when it could, or was not tried. */
  failuresFor(spec: Spec, uri: string): string[];
  /** Learn what is not known yet, in the background. */
  want(open: OpenSpec): void;
  /** Something changed at AWS: what was learnt is shown on, and asked for anew. */
  expire(): void;
  forget(uri: string): void;
  /** The account changed: nothing learnt before holds. */
  forgetAll(): void;
  onDidLearn(listener: (uri: string) => void): void;
}

interface Learnt {
  /** What it was learnt for. */
  spec: Spec;
  subject: Subject;
  facts: Facts;
  /** Restores that are under way. */
  open: Operation[];
  failures: string[];
  atMs: number;
}

/** What a spec names, as far as it is whole. */
interface Subject {
  source: string | undefined;
  target: string | undefined;
  key: string | undefined;
}

export function knowledge(
  aws: AwsConnection,
  { clock, journal }: Pick<Ports, 'clock' | 'journal'>,
  boundary: Boundary,
): Knowledge {
  const learnt = new Map<string, Learnt>();
  const running = new Map<string, { subject: Subject; controller: AbortController }>();
  const listeners: ((uri: string) => void)[] = [];
  let unwatch: (() => void) | undefined;

  function startingFacts(): Facts {
    const region = aws.regionInUse();
    const nothing = nothingKnown(clock.now());
    return region === undefined ? nothing : { ...nothing, regionInUse: region };
  }

  function stop(uri: string): void {
    running.get(uri)?.controller.abort();
    running.delete(uri);
  }

  async function learn(open: OpenSpec, subject: Subject, signal: AbortSignal): Promise<void> {
    const { uri } = open.document;
    const asked = await clock.sleep(QUIET_MS, signal).then(() => askFor(open.spec, signal));
    if (signal.aborted) return;
    const before = learnt.get(uri);
    const now: Learnt = { spec: open.spec, subject, ...asked, atMs: clock.now() };
    learnt.set(uri, now);
    unwatch ??= journal.watch?.(() => boundary.background('journal', lookAgain));
    if (before === undefined || told(before) !== told(now)) for (const listener of listeners) listener(uri);
  }

  /** A restore may be begun, and end, in another window or on the command line. */
  async function lookAgain(): Promise<void> {
    const open = (await openRestores(journal)) ?? [];
    const stale = [...learnt].filter(([, held]) => namesOf(held.open) !== namesOf(open));
    if (stale.length > 0) aws.forgetReads();
    for (const [uri, held] of stale) {
      stop(uri);
      Object.assign(held, { open, atMs: -Infinity });
      for (const listener of listeners) listener(uri);
    }
  }

  function watchNoMore(): void {
    unwatch?.();
    unwatch = undefined;
  }

  async function askFor(
    spec: Spec,
    signal: AbortSignal,
  ): Promise<Pick<Learnt, 'facts' | 'open' | 'failures'>> {
    try {
      const account = await aws.account();
      const ports = { account, clock, journal };
      const { facts, open, failures } = await gather(spec, ports, aws.regionInUse(), signal);
      return { facts, open, failures: oncePerCause(failures).map(inWords) };
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      return { facts: startingFacts(), open: [], failures: [refusalOf(error).message] };
    }
  }

  return {
    factsFor(spec, uri) {
      const start = startingFacts();
      const learntThere = learnt.get(uri);
      if (learntThere === undefined) return start;
      const { ownRestore: _, ...held } = stillKnown(learntThere.facts, learntThere.spec, spec);
      const known: Facts = { ...held, now: start.now, regionInUse: start.regionInUse };
      return withOwnRestore(known, spec, learntThere.open);
    },
    failuresFor(spec, uri) {
      const held = learnt.get(uri);
      return held !== undefined && same(subjectOf(spec, startingFacts()), held.subject) ? held.failures : [];
    },
    want(open) {
      const { uri } = open.document;
      const subject = subjectOf(open.spec, startingFacts());
      const isNamed = (subject.source ?? subject.target ?? subject.key) !== undefined;
      if (aws.state().kind !== 'ready' || !isNamed) return stop(uri);
      const inFlight = running.get(uri);
      if (inFlight !== undefined && same(inFlight.subject, subject)) return;
      const held = learnt.get(uri);
      if (held !== undefined && same(held.subject, subject) && clock.now() - held.atMs < FRESH_MS) return;
      stop(uri);
      const controller = new AbortController();
      running.set(uri, { subject, controller });
      boundary.background('gather', async () => {
        try {
          await learn(open, subject, controller.signal);
        } finally {
          if (running.get(uri)?.controller === controller) running.delete(uri);
        }
      });
    },
    expire() {
      // What is being asked now may answer with how things were before.
      for (const uri of running.keys()) stop(uri);
      for (const held of learnt.values()) held.atMs = -Infinity;
    },
    forget(uri) {
      stop(uri);
      learnt.delete(uri);
      if (learnt.size === 0) watchNoMore();
    },
    forgetAll() {
      watchNoMore();
      for (const uri of running.keys()) stop(uri);
      learnt.clear();
    },
    onDidLearn: (listener) => void listeners.push(listener),
  };
}

const TABLE_NAME = /^[a-zA-Z0-9_.-]{3,255}$/;

function subjectOf(spec: Spec, facts: Facts): Subject {
  const known = usableRegion(destinationRegion(spec, facts));
  const target = targetOf(spec);
  const key = namedKey(spec, facts);
  return {
    source: sourceSubject(spec, known),
    target:
      known !== undefined && target !== undefined && TABLE_NAME.test(target)
        ? `${known}/${target}`
        : undefined,
    key: key && `${key.region}/${key.keyId}`,
  };
}

function sourceSubject(spec: Spec, region: string | undefined): string | undefined {
  const source = sourceOf(spec);
  if (source?.kind === 'backup') return parseBackupArn(source.backupArn) && source.backupArn;
  if (source?.tableArn !== undefined) return parseTableArn(source.tableArn) && source.tableArn;
  if (region === undefined || source?.tableName === undefined) return undefined;
  return TABLE_NAME.test(source.tableName) ? `${region}/${source.tableName}` : undefined;
}

function same(a: Subject, b: Subject): boolean {
  return a.source === b.source && a.target === b.target && a.key === b.key;
}

/** Which restores these are. */
function namesOf(open: readonly Operation[]): string {
  return open.map(({ op }) => op).join(' ');
}

/** What a reader can see of what was learnt. */
function told({ subject, facts, open, failures }: Learnt): string {
  return JSON.stringify([subject, { ...facts, now: 0 }, open.map(({ op }) => op), failures]);
}
