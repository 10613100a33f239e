import { plain } from '../core/explain';
import { isOpen, operations, type Operation } from '../core/journal';
import { ownRestore, restoresAlike } from '../core/own-restore';
import type { Plan } from '../core/plan';
import { jsonText } from '../core/reports/json-text';
import { planText } from '../core/reports/plan-text';
import type { Spec } from '../core/spec/spec';
import { JournalUnwritable } from '../run/ports';
import { hashOf, restore, resume } from '../run/restore';
import type { RestoreEvent } from '../run/restore-event';
import type { Command } from './arguments';
import { EXIT, UsageError, type ExitCode } from './exit';
import { paintFor } from './paint';
import { attemptPlan } from './planning';
import type { Connected, Shell } from './shell';
import { offlineFacts, openSpec, type Opened } from './specs';

type Restore = Extract<Command, { name: 'restore' }>;

/** Plan, ask, restore once, and watch until it is finished. A restore of the same file that is under way already is watched on. */
export async function restoreFile(shell: Shell, command: Restore): Promise<ExitCode> {
  if (!command.yes && !shell.interactive)
    throw new UsageError('Nobody can be asked here: --yes accepts the plan that is shown.');
  const opened = await openSpec(shell, command.file);
  const connected = await shell.connect(command.connection);
  const running = await underWay(shell, connected, opened.spec);
  if (running) {
    shell.err(`This restore is under way since ${running.startedAt}; watching it.\n`);
    return watch(shell, command, running.intent.key, resume(running.op, connected.ports, shell.interrupted));
  }
  const attempt = await attemptPlan(shell, connected, opened);
  if ('exit' in attempt) return attempt.exit;
  const { plan } = attempt;
  shell.err(planText(plan, paintFor({ colour: false })));
  if (!command.yes) {
    const no = await askedNo(shell, connected, opened, plan);
    if (no !== undefined) return no;
  }
  const context = { profile: connected.profile, spec: command.file };
  const where = { target: plan.input.TargetTableName, region: plan.region };
  return watch(shell, command, where, restore(plan, context, connected.ports, shell.interrupted));
}

/** An open restore of exactly this file, which this or another program began in the account that is signed in. */
async function underWay(
  shell: Shell,
  { ports, region }: Connected,
  spec: Spec,
): Promise<Operation | undefined> {
  const facts = offlineFacts(shell, region === undefined ? {} : { region });
  const open = operations((await ports.journal.read()).rows).filter(isOpen);
  const [alike] = restoresAlike(spec, facts, open);
  if (alike === undefined) return undefined;
  const caller = await ports.account.read(
    alike.intent.key.region,
    'GetCallerIdentity',
    {},
    shell.interrupted,
  );
  return ownRestore(spec, { ...facts, caller }, open);
}

/** Ask once. What is then done is the plan that was shown, or nothing. */
async function askedNo(
  shell: Shell,
  connected: Connected,
  opened: Opened,
  shown: Plan,
): Promise<ExitCode | undefined> {
  const { accountId, region, input } = shown;
  const question = `Restore into table ${plain(input.TargetTableName)} in account ${accountId}, Region ${region}? Type yes: `;
  const typed = await Promise.race([shell.ask(question), whenFired(shell.interrupted)]);
  if (typed.trim().toLowerCase() !== 'yes') {
    shell.err('Nothing was sent.\n');
    return EXIT.fine;
  }
  const again = await attemptPlan(shell, connected, opened);
  if ('exit' in again) return again.exit;
  if (hashOf(again.plan) === hashOf(shown)) return undefined;
  shell.err('The plan has changed since it was shown: look at it again. Nothing was sent.\n');
  return EXIT.problems;
}

/** Ctrl+C is an answer too. */
function whenFired(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('');
    signal.addEventListener('abort', () => resolve(''), { once: true });
  });
}

type Finished = Extract<RestoreEvent, { kind: 'finished' }>;

async function watch(
  shell: Shell,
  command: Restore,
  { target, region }: { target: string; region: string },
  events: AsyncGenerator<RestoreEvent, void, undefined>,
): Promise<ExitCode> {
  const where = `${plain(target)} in ${plain(region)}`;
  const again = `ddbbackup restore ${command.file}`;
  let begun = false;
  try {
    for await (const event of events) {
      begun = true;
      if (event.kind === 'finished') return tellEnd(shell, command, event, { target, region });
      shell.err(`${plain(event.words)}\n`);
      if (!command.wait && (event.kind === 'requested' || event.kind === 'creating')) {
        shell.err(
          `The restore to ${where} goes on at AWS. "${again}" watches it and puts its settings back.\n`,
        );
        shell.out(
          result(command, { outcome: 'started', op: event.op, target, region, tableId: event.tableId }),
        );
        return EXIT.fine;
      }
    }
  } catch (error) {
    if (!shell.interrupted.aborted) {
      // A journal that cannot be written stops a restore before its request; after that nothing but the watching ends.
      if (!begun || error instanceof JournalUnwritable) throw error;
      shell.err(`${plain(error instanceof Error ? error.message : String(error))}\n`);
    }
    shell.err(
      `Stopped watching. If it was sent, the restore to ${where} goes on at AWS and cannot be stopped. "${again}" watches it again and puts its settings back.\n`,
    );
    return EXIT.unknown;
  }
  return EXIT.unknown;
}

function tellEnd(
  shell: Shell,
  command: Restore,
  { outcome, op, failedSteps, words }: Finished,
  where: { target: string; region: string },
): ExitCode {
  shell.out(result(command, { outcome, op, ...where, failedSteps, words }));
  if (failedSteps.length > 0) shell.err(`Not put back: ${failedSteps.map(plain).join(', ')}\n`);
  if (outcome === 'unknown') return EXIT.unknown;
  return outcome === 'done' ? EXIT.fine : EXIT.aws;
}

function result(
  { format }: Restore,
  told: { outcome: string; words?: string; [key: string]: unknown },
): string {
  if (format === 'json') return `${jsonText(told)}\n`;
  return `${plain(told.words ?? `The restore has ${told.outcome}.`)}\n`;
}
