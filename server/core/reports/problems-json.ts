import { located, type FileReport } from './problems';
import { jsonText } from './json-text';

/** One array of problems, places as zero-based UTF-16 positions as in LSP. The shape is a promise to scripts. */
export function problemsJson(reports: readonly FileReport[]): string {
  const rows = reports.flatMap((report) =>
    located(report).map(({ problem, start, end }) => ({
      file: report.file,
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      range: { start, end },
      fixes: problem.fixes.map(({ title }) => title),
    })),
  );
  return `${jsonText(rows)}\n`;
}
