import { check } from '../core/check';
import type { Facts } from '../core/facts';
import { mend } from '../core/mend';
import type { FileReport } from '../core/reports/problems';
import { problemsGithub } from '../core/reports/problems-github';
import { problemsJson } from '../core/reports/problems-json';
import { problemsSarif } from '../core/reports/problems-sarif';
import { problemsText } from '../core/reports/problems-text';
import type { Spec } from '../core/spec/spec';
import type { Command, Format } from './arguments';
import { EXIT, type ExitCode } from './exit';
import { paintFor } from './paint';
import type { Connected, Shell } from './shell';
import { liveFacts, offlineFacts, openSpecs, withSoundFixes, writeSpec, type Opened } from './specs';

type Validate = Extract<Command, { name: 'validate' }>;

/** Check spec files, mend them when asked to, and report. */
export async function validate(shell: Shell, command: Validate): Promise<ExitCode> {
  const opened = await openSpecs(shell, command.paths);
  const connected = command.live ? await shell.connect(command.connection) : undefined;
  const reports: FileReport[] = [];
  let failed = false;
  for (const one of opened) {
    const checked = await checkFile(shell, command, connected, one);
    failed ||= checked.failed;
    reports.push(checked.report);
  }
  shell.out(written(shell, reports, command.format));
  if (command.format === 'text') tellPages(shell, reports);
  tellUnchecked(shell, command, reports);
  if (reports.some(({ problems }) => problems.some(({ severity }) => severity === 'error')))
    return EXIT.problems;
  const unchecked = command.live && reports.some((report) => report.unchecked.length > 0);
  return failed || unchecked ? EXIT.aws : EXIT.fine;
}

async function checkFile(
  shell: Shell,
  command: Validate,
  connected: Connected | undefined,
  { file, spec }: Opened,
): Promise<{ report: FileReport; failed: boolean }> {
  const known = await factsFor(shell, command, connected, spec);
  if (!command.fix) return { report: reportOf(file, spec, known.facts), failed: known.failed };
  const mended = mend(spec, known.facts);
  if (mended.spec === spec) return { report: reportOf(file, spec, known.facts), failed: known.failed };
  await writeSpec(shell, file, mended.spec.text);
  for (const title of mended.applied) shell.err(`${file}: ${title}\n`);
  // The mended text may name another source or target than the one that was looked at.
  const again = await factsFor(shell, command, connected, mended.spec);
  return { report: reportOf(file, mended.spec, again.facts), failed: again.failed };
}

async function factsFor(
  shell: Shell,
  command: Validate,
  connected: Connected | undefined,
  spec: Spec,
): Promise<{ facts: Facts; failed: boolean }> {
  if (connected) return liveFacts(shell, connected, spec);
  return { facts: offlineFacts(shell, command.connection), failed: false };
}

function reportOf(file: string, spec: Spec, facts: Facts): FileReport {
  const { problems, unchecked } = check(spec, facts);
  return { file, text: spec.text, problems: withSoundFixes(spec, facts, problems), unchecked };
}

function written(shell: Shell, reports: readonly FileReport[], format: Format): string {
  switch (format) {
    case 'json':
      return problemsJson(reports);
    case 'sarif':
      return problemsSarif(reports, shell.version);
    case 'github':
      return problemsGithub(reports);
    case 'markdown':
    case 'text':
      return problemsText(reports, paintFor(shell));
  }
}

function tellPages(shell: Shell, reports: readonly FileReport[]): void {
  const [first] = reports.flatMap(({ problems }) => problems);
  if (first === undefined) return;
  shell.err(`What a code means, and what to do: ${shell.rulePages}, such as ${first.code}.md\n`);
}

function tellUnchecked(shell: Shell, { live }: Validate, reports: readonly FileReport[]): void {
  const titles = new Set(reports.flatMap(({ unchecked }) => unchecked.map(({ title }) => title)));
  if (titles.size === 0) return;
  if (!live) return shell.err('Not checked against AWS; --live does that.\n');
  shell.err(
    `Not checked, since AWS could not be asked:\n${[...titles].map((title) => `  ${title}\n`).join('')}`,
  );
}
