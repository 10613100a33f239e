import { plain } from '../core/explain';
import { verify, wantedOf } from '../run/verify';
import type { Command } from './arguments';
import { EXIT, type ExitCode } from './exit';
import { paintFor } from './paint';
import { attemptPlan } from './planning';
import type { Shell } from './shell';
import { openSpec } from './specs';

/** Hold the restored table of a file against what the file asked for. Reads only. */
export async function verifyFile(
  shell: Shell,
  command: Extract<Command, { name: 'verify' }>,
): Promise<ExitCode> {
  const opened = await openSpec(shell, command.file);
  const connected = await shell.connect(command.connection);
  // The target is there by now, as it should be: planned is what would have been made if it were not.
  const attempt = await attemptPlan(shell, connected, opened, (facts) =>
    facts.target === 'unknown' ? facts : { ...facts, target: 'missing' },
  );
  if ('exit' in attempt) return attempt.exit;
  const verdicts = await verify(attempt.plan, wantedOf(opened.spec), connected.ports, shell.interrupted);
  const paint = paintFor(shell);
  for (const { what, expected, found, ok } of verdicts) {
    const mark = ok ? paint('good', 'ok  ') : paint('error', 'FAIL');
    shell.out(
      ok
        ? `${mark} ${plain(what)}\n`
        : `${mark} ${plain(what)}: expected ${plain(expected)}, found ${plain(found)}\n`,
    );
  }
  const bad = verdicts.filter(({ ok }) => !ok).length;
  shell.out(`${verdicts.length} checked, ${bad} failed\n`);
  return bad === 0 ? EXIT.fine : EXIT.problems;
}
