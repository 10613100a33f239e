import { soundFixes, type Problem } from '../core/check';
import { nothingKnown, type Facts } from '../core/facts';
import { inWords, plain } from '../core/explain';
import { oncePerCause } from '../core/once-per-cause';
import { parseSpec, type Spec } from '../core/spec/spec';
import { gather } from '../run/gather';
import { UsageError } from './exit';
import type { Connected, ConnectionOptions, Shell } from './shell';

/** A spec file as it was read. */
export interface Opened {
  file: string;
  spec: Spec;
}

/** @throws UsageError for a file that cannot be read */
export async function openSpec(shell: Shell, file: string): Promise<Opened> {
  try {
    return { file, spec: parseSpec(await shell.files.read(file)) };
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reason(error)}`);
  }
}

/** @throws UsageError for a place that cannot be read, or that holds no spec */
export async function openSpecs(shell: Shell, places: readonly string[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const place of places) {
    const files = await shell.files.specsAt(place).catch((error: unknown) => {
      throw new UsageError(`${place} cannot be read: ${reason(error)}`);
    });
    if (files.length === 0) throw new UsageError(`There is no *.ddbbackup.json below ${place}.`);
    for (const file of files) opened.push(await openSpec(shell, file));
  }
  return opened;
}

/** @throws UsageError for a file that cannot be written; it is as it was */
export async function writeSpec(shell: Shell, file: string, text: string): Promise<void> {
  try {
    await shell.files.write(file, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written, and was not changed: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  return plain(error instanceof Error ? error.message : String(error));
}

/** Problems with only those fixes that do what they promise in this text. */
export function withSoundFixes(spec: Spec, facts: Facts, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, fixes: soundFixes(spec, facts, problem) }));
}

/** What is known without asking AWS: the time, and the Region that an option or the environment names. */
export function offlineFacts(shell: Shell, { region }: ConnectionOptions): Facts {
  const inUse = region ?? shell.env['AWS_REGION'] ?? shell.env['AWS_DEFAULT_REGION'];
  return { ...nothingKnown(shell.now()), ...(inUse ? { regionInUse: inUse } : {}) };
}

/** What AWS says about a spec; what it would not say is told on stderr. `failed` = something could not be read. */
export async function liveFacts(
  shell: Shell,
  { ports, region }: Connected,
  spec: Spec,
): Promise<{ facts: Facts; failed: boolean }> {
  const { facts, failures } = await gather(spec, ports, region, shell.interrupted);
  for (const failure of oncePerCause(failures)) shell.err(`${inWords(failure)}\n`);
  return { facts, failed: failures.length > 0 };
}
