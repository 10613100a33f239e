import { isOpen, operations, operationOf, type Operation } from '../../server/core/journal';
import type { Plan } from '../../server/core/plan';
import type { Ports } from '../../server/run/ports';
import { AlreadyRunning, NothingToResume, restore, resume } from '../../server/run/restore';
import type { RestoreEvent } from '../../server/run/restore-event';
import { portsOf, type Machine, type Process } from './machine';
import { backupArn, serviceOf, target, type Chance } from './service';
import { seeded, virtualTime } from './virtual-time';

const plan: Plan = {
  operation: 'RestoreTableFromBackup',
  input: { TargetTableName: target, BackupArn: backupArn },
  partition: 'aws',
  accountId: '123456789012',
  region: 'eu-west-1',
  sourceRegion: 'eu-west-1',
  sourceTableName: 'Orders',
  sourceTableId: 'source',
  recorded: {},
  restored: { KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }], BillingMode: 'PAY_PER_REQUEST' },
  steps: [],
  staysBehind: [],
  warnings: [],
  unchecked: [],
  notes: [],
  identity: 'the plan',
};

const startMs = Date.parse('2026-11-20T10:00:00Z');
const dayMs = 86_400_000;

export interface Told {
  violations: string[];
  /** How the operations ended, by outcome. */
  ends: string[];
}

/**
 * One run of the shipped restore, driver and state machine together, in a world that loses requests and answers, kills processes and has
 * other people in it: two windows that share a journal, sometimes a second computer, crashes and restarts. Everything follows from the seed.
 */
export async function simulate(seed: number, show?: (line: string) => void): Promise<Told> {
  const random = seeded(seed);
  const chance: Chance = {
    happens: (share) => random() < share,
    between: (low, high) => low + random() * (high - low),
  };
  const time = virtualTime(startMs);
  const service = serviceOf(time, chance);
  const told: Told = { violations: [], ends: [] };
  const unsettled = new Set<string>();
  const watch = {
    sends(op: string) {
      if (unsettled.has(op)) told.violations.push(`${op} was sent again while an earlier send is unresolved`);
      unsettled.add(op);
    },
    settled(op: string, isKnown: boolean) {
      if (isKnown) unsettled.delete(op);
    },
  };
  const world = { time, chance, service, watch, random };
  const machines = Array.from({ length: chance.happens(0.15) ? 2 : 1 }, (_, index) => machineOf(`m${index}`));
  if (chance.happens(0.04)) time.after(chance.between(0, 200_000), () => service.intrude());
  for (const machine of machines) {
    open(machine, (ports) => wantRestore(machine, ports), chance.between(0, 1_000));
    if (chance.happens(0.25))
      open(machine, (ports) => wantRestore(machine, ports), chance.between(0, 60_000));
  }
  await time.run(startMs + 7 * dayMs);
  for (const machine of machines) judgeEnd(machine);
  if (show !== undefined) {
    for (const machine of machines)
      for (const row of machine.rows) show(`${machine.name} ${JSON.stringify(row)}`);
    for (const table of service.tables)
      show(JSON.stringify({ ...table, createdMs: new Date(table.createdMs) }));
  }
  return told;

  function machineOf(name: string): Machine {
    const expiredFromMs = chance.happens(0.08)
      ? startMs + chance.between(0, 300_000)
      : Number.POSITIVE_INFINITY;
    return {
      name,
      rows: [],
      locks: new Map(),
      skewMs: chance.happens(0.3) ? Math.round(chance.between(-240_000, 240_000)) : 0,
      learnsOffset: chance.happens(0.5),
      expiredFromMs,
      expiredUntilMs: expiredFromMs + chance.between(60_000, 900_000),
    };
  }

  /** A window is opened; it may be killed, and is then opened again to go on. */
  function open(
    machine: Machine,
    work: (ports: Ports) => Promise<void>,
    afterMs: number,
    crashes = 0.4,
  ): void {
    const process: Process = { alive: true, diedMs: 0, sending: '' };
    const ports = portsOf(machine, process, world);
    time.after(afterMs, () => {
      work(ports).catch((error: unknown) => told.violations.push(`a runner ended with ${String(error)}`));
    });
    if (!chance.happens(crashes)) return;
    // Half of the crashes come early, where the rows and requests are.
    const diesMs = afterMs + (chance.happens(0.6) ? chance.between(0, 8_000) : chance.between(0, 400_000));
    time.after(diesMs, () => {
      process.alive = false;
      process.diedMs = time.now();
      open(machine, (again) => goOnAfterStart(machine, again), chance.between(11_000, 600_000), crashes / 2);
    });
  }

  async function wantRestore(machine: Machine, ports: Ports, tries = 0): Promise<void> {
    try {
      await follow(machine, restore(plan, { profile: 'p' }, ports), ports, tries);
    } catch (error) {
      if (!(error instanceof AlreadyRunning)) throw error;
      if (error.op === undefined) return;
      await goOnWith(machine, error.op, ports, tries);
    }
  }

  async function goOnAfterStart(machine: Machine, ports: Ports): Promise<void> {
    for (const { op } of operations(machine.rows).filter(isOpen)) await goOnWith(machine, op, ports, 0);
  }

  async function goOnWith(machine: Machine, op: string, ports: Ports, tries: number): Promise<void> {
    try {
      await follow(machine, resume(op, ports), ports, tries);
    } catch (error) {
      if (!(error instanceof AlreadyRunning) && !(error instanceof NothingToResume)) throw error;
    }
  }

  async function follow(
    machine: Machine,
    events: AsyncGenerator<RestoreEvent>,
    ports: Ports,
    tries: number,
  ): Promise<void> {
    for await (const event of events) {
      if (event.kind !== 'finished') continue;
      judge(machine, event);
      if (event.outcome === 'unknown') await ask(machine, event.op, ports, tries);
    }
  }

  /** The user has looked, and tries again, looks again, or lets it be. */
  async function ask(machine: Machine, op: string, ports: Ports, tries: number): Promise<void> {
    await ports.clock.sleep(chance.between(5_000, 900_000));
    if (tries < 2 && chance.happens(0.3)) return goOnWith(machine, op, ports, tries + 1);
    if (tries < 2 && chance.happens(0.5)) return wantRestore(machine, ports, tries + 1);
    const at = new Date(ports.clock.now()).toISOString();
    return ports.journal.append({ op, at, state: 'closed', note: 'let be' });
  }

  /** Is what is told true at the moment it is told? */
  function judge(machine: Machine, { op, outcome }: Extract<RestoreEvent, { kind: 'finished' }>): void {
    told.ends.push(outcome);
    const operation = operationOf(machine.rows, op);
    const there = service.standing();
    const mine = new Set([op, ...lostBefore(machine, operation)]);
    const say = (words: string) =>
      told.violations.push(`${op} on ${machine.name} is ${outcome}, but ${words}`);
    if (outcome === 'done') {
      const table = service.tables.find(({ id }) => id === operation?.tableId);
      if (table === undefined || table.activeFromMs > time.now()) say('no such table is ready');
      if (table?.madeBy === 'somebody') say('the table is somebody else’s');
      if (table !== undefined && table.goneFromMs < time.now() - 120_000) say('the table is long gone');
    }
    if (outcome === 'rejected' && service.tables.some(({ madeBy }) => madeBy === op))
      say('its request made a table');
    if (outcome === 'foreign' && there !== undefined && mine.has(there.madeBy)) say('the table is its own');
    if (outcome === 'unknown' && there !== undefined && mine.has(there.madeBy)) say('its table stands');
    if (outcome === 'vanished') {
      const table = service.tables.find(({ id }) => id === operation?.tableId);
      if (table !== undefined && table.goneFromMs > time.now()) say('its table stands');
    }
  }

  /** Earlier operations whose requests were lost: their tables are this one's too. */
  function lostBefore(machine: Machine, operation: Operation | undefined): string[] {
    const since = operation?.intent.unresolvedSince;
    if (operation === undefined || since === undefined) return [];
    return operations(machine.rows)
      .filter(({ intent, op }) => intent.at >= since && op !== operation.op)
      .map(({ op }) => op);
  }

  function judgeEnd(machine: Machine): void {
    for (const operation of operations(machine.rows)) {
      if (isOpen(operation)) told.violations.push(`${operation.op} never ended: ${operation.state}`);
      const made = service.tables.filter(({ madeBy }) => madeBy === operation.op);
      if (made.length > 1) told.violations.push(`${operation.op} made ${made.length} tables`);
    }
  }
}
