import type { Failure } from '../../server/core/answer';
import type { Row } from '../../server/core/journal';
import {
  AwsFailure,
  type Account,
  type Clock,
  type Journal,
  type Locks,
  type Ports,
} from '../../server/run/ports';
import type { Chance, RestoreAnswer, Service } from './service';
import type { VirtualTime } from './virtual-time';

/** Of one computer: what outlives its processes. */
export interface Machine {
  name: string;
  rows: Row[];
  /** Key -> the process that holds it. */
  locks: Map<string, Process>;
  skewMs: number;
  learnsOffset: boolean;
  expiredFromMs: number;
  expiredUntilMs: number;
}

export interface Process {
  alive: boolean;
  diedMs: number;
  /** The operation whose `sent` row this process wrote last. */
  sending: string;
}

/** What the world tells the judge about each write request. */
export interface Watch {
  sends(op: string): void;
  settled(op: string, isKnown: boolean): void;
}

const forever = new Promise<never>(() => undefined);

/** The ports of one process. A dead process is one for which nothing ever answers again; its requests on the wire go on. */
export function portsOf(
  machine: Machine,
  process: Process,
  world: { time: VirtualTime; chance: Chance; service: Service; watch: Watch; random: () => number },
): Ports {
  const { time } = world;

  async function living<T>(answer: Promise<T> | T): Promise<T> {
    if (!process.alive) return forever;
    try {
      const value = await answer;
      return process.alive ? value : await forever;
    } catch (error) {
      if (!process.alive) return forever;
      throw error;
    }
  }

  const clock: Clock = {
    now: () => time.now() + machine.skewMs,
    sleep: (ms) => living(time.pass(ms)),
  };
  const journal: Journal = {
    append(row) {
      if (process.alive) {
        machine.rows.push(row);
        if (row.state === 'sent') process.sending = row.op;
      }
      return living(undefined);
    },
    read: () => living({ rows: [...machine.rows], damaged: 0 }),
  };
  const locks: Locks = {
    take(key) {
      const holder = machine.locks.get(key);
      const isHeld = holder !== undefined && (holder.alive || time.now() < holder.diedMs + 10_000);
      if (isHeld) return living(undefined);
      machine.locks.set(key, process);
      const release = () => {
        if (machine.locks.get(key) === process) machine.locks.delete(key);
        return living(undefined);
      };
      return living({ release });
    },
  };
  const account = accountOf(machine, process, world);
  return {
    account: {
      read: (region, operation, input) => living(account.read(region, operation, input)),
      write: (region, operation, input) => living(account.write(region, operation, input)),
      ...(machine.learnsOffset && { clockOffsetMs: () => -machine.skewMs }),
    },
    journal,
    locks,
    clock,
    random: world.random,
  };
}

function accountOf(
  machine: Machine,
  process: Process,
  { time, chance, service, watch }: { time: VirtualTime; chance: Chance; service: Service; watch: Watch },
): Account {
  const fail = (operation: string, failure: Partial<Failure>): AwsFailure =>
    new AwsFailure({
      code: 'TimeoutError',
      message: '',
      operation,
      region: 'eu-west-1',
      mayHaveArrived: true,
      ...failure,
    });
  const expired = () => time.now() >= machine.expiredFromMs && time.now() < machine.expiredUntilMs;

  async function read(operation: string): Promise<unknown> {
    await time.pass(chance.between(20, 400));
    if (expired()) throw fail(operation, { code: 'ExpiredTokenException', httpStatus: 400 });
    if (chance.happens(0.02)) throw fail(operation, { code: 'TimeoutError' });
    if (chance.happens(0.01)) throw fail(operation, { code: 'ThrottlingException', httpStatus: 400 });
    if (operation === 'GetCallerIdentity') return { Account: '123456789012', Arn: 'arn' };
    const table = service.look();
    if (table === undefined) throw fail(operation, { code: 'ResourceNotFoundException', httpStatus: 400 });
    return { Table: table };
  }

  /** The request on the wire: arrives, perhaps late, perhaps twice, perhaps never. Resolves with what the client gets to see. */
  async function send(operation: string, op: string): Promise<RestoreAnswer> {
    if (chance.happens(0.01)) throw fail(operation, { code: 'ConnectionError', mayHaveArrived: false });
    if (chance.happens(0.06)) return loseRequest();
    if (chance.happens(0.03)) {
      time.after(chance.between(1_000, 55_000), () => service.restore(op));
      return loseRequest();
    }
    await time.pass(chance.between(50, 2_000));
    if (expired()) throw fail(operation, { code: 'ExpiredTokenException', httpStatus: 400 });
    if (chance.happens(0.02)) throw fail(operation, { code: 'AccessDeniedException', httpStatus: 400 });
    if (chance.happens(0.02)) throw fail(operation, { code: 'InternalServerError', httpStatus: 500 });
    const first = service.restore(op);
    let answer = first;
    if (chance.happens(0.03)) {
      await time.pass(chance.between(100, 15_000));
      const second = service.restore(op);
      // A proxy sends again because it got no answer, so the second one is what it passes on; or the first one overtakes it.
      answer = 'accepted' in first && chance.happens(0.5) ? first : second;
    }
    await time.pass(chance.between(50, 500));
    if (chance.happens(0.1)) return loseRequest();
    if (chance.happens(0.05)) throw fail(operation, { code: 'InternalServerError', httpStatus: 500 });
    if (chance.happens(0.02)) throw fail(operation, { code: 'NotAnAwsAnswer', httpStatus: 200 });
    return answer;

    async function loseRequest(): Promise<never> {
      await time.pass(chance.happens(0.5) ? 25_000 : 1_000);
      throw fail(operation, { code: chance.happens(0.5) ? 'TimeoutError' : 'ConnectionError' });
    }
  }

  async function write(operation: string): Promise<never> {
    const op = process.sending;
    watch.sends(op);
    try {
      const answer = await send(operation, op);
      watch.settled(op, true);
      if ('accepted' in answer) return { TableDescription: answer.accepted } as never;
      throw fail(operation, { code: answer.refused, message: answer.message, httpStatus: 400 });
    } catch (error) {
      const { httpStatus = 0, mayHaveArrived } = (error as AwsFailure).failure;
      watch.settled(op, !mayHaveArrived || (httpStatus >= 400 && httpStatus < 500));
      throw error;
    }
  }

  return {
    read: (_region, operation) => read(operation) as Promise<never>,
    write: (_region, operation) => write(operation),
  };
}
