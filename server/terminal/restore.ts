import { plain } from '../core/explain';
import { isOpen, operations, type Operation } from '../core/journal';
import { canonical, type Plan } from '../core/plan';
import { planText } from '../core/reports/plan-text';
import { requestInput, targetOf, writtenAccount } from '../core/spec/request';
import type { Spec } from '../core/spec/spec';
import { hashOf, restore, resume, type RestoreEvent } from '../run/restore';
import type { Command } from './arguments';
import { EXIT, UsageError, type ExitCode } from './exit';
import { paintFor } from './paint';
import { attemptPlan } from './planning';
import type { Connected, Shell } from './shell';
import { openSpec, type Opened } from './specs';

type Restore = Extract<Command, { name: 'restore' }>;

/** Plan, ask, restore once, and watch until it is finished. A restore of the same file that is under way already is watched on. */
export async function restoreFile(shell: Shell, command: Restore): Promise<ExitCode> {
  if (!command.yes && !shell.interactive)
    throw new UsageError('Nobody can be asked here: --yes accepts the plan that is shown.');
  const opened = await openSpec(shell, command.file);
  const connected = await shell.connect(command.connection);
  const running = await underWay(connected, opened.spec);
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

/** An open restore of exactly this request, which this or another program began. */
async function underWay({ ports }: Connected, spec: Spec): Promise<Operation | undefined> {
  const { rows } = await ports.journal.read();
  const input = canonical(requestInput(spec));
  const account = writtenAccount(spec);
  return operations(rows).find(
    (operation) =>
      isOpen(operation) &&
      operation.intent.key.target === targetOf(spec) &&
      (account === undefined || operation.intent.key.accountId === account) &&
      canonical(operation.intent.input) === input,
  );
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
  if ((await shell.ask(question)).trim().toLowerCase() !== 'yes') {
    shell.err('Nothing was sent.\n');
    return EXIT.fine;
  }
  const again = await attemptPlan(shell, connected, opened);
  if ('exit' in again) return again.exit;
  if (hashOf(again.plan) === hashOf(shown)) return undefined;
  shell.err('The plan has changed since it was shown: look at it again. Nothing was sent.\n');
  return EXIT.problems;
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
  try {
    for await (const event of events) {
      if (event.kind === 'finished') return tellEnd(shell, command, event, { target, region });
      shell.err(`${plain(event.words)}\n`);
      if (!command.wait && event.kind === 'creating') {
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
    if (!shell.interrupted.aborted) throw error;
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
  if (format === 'json') return `${JSON.stringify(told, null, 2)}\n`;
  return `${plain(told.words ?? `The restore has ${told.outcome}.`)}\n`;
}
