import type { Severity } from '../rules/rule';
import { located, type FileReport } from './problems';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice' };

/** Annotations for a workflow run: "Workflow commands for GitHub Actions", setting an error, warning or notice message. */
export function problemsGithub(reports: readonly FileReport[]): string {
  return reports
    .flatMap((report) =>
      located(report).map(({ problem, start, end }) => {
        const properties = {
          file: report.file,
          line: start.line + 1,
          endLine: end.line + 1,
          // Columns may only be given for one line.
          ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
          title: problem.code,
        };
        const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
        return `::${COMMAND[problem.severity]} ${written.join(',')}::${data(problem.message)}\n`;
      }),
    )
    .join('');
}

/** A line break in a name would begin a command of its own. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
