import { rules } from '../rules';
import type { Severity } from '../rules/rule';
import { located, type FileReport } from './problems';
import { jsonText } from './json-text';

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note' };

/** A SARIF 2.1.0 log with one run. `version` is ours. */
export function problemsSarif(reports: readonly FileReport[], version: string): string {
  const codes = [...new Set(reports.flatMap(({ problems }) => problems.map(({ code }) => code)))].toSorted();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ddbbackup', version, rules: codes.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap((report) => results(report, codes)),
      },
    ],
  };
  return `${jsonText(log)}\n`;
}

/** What a reader of results shows about a rule (SARIF 2.1.0, 3.49). Its page has no address on the web, only a place in the package. */
function descriptor(id: string): object {
  const title = rules.find(({ code }) => code === id)?.title;
  return {
    id,
    ...(title !== undefined && { shortDescription: { text: `Checked is that ${title}.` } }),
    help: { text: `What it finds, why, and what to do: docs/rules/${id}.md in the package ddbbackup.` },
  };
}

function results(report: FileReport, codes: readonly string[]): object[] {
  return located(report).map(({ problem, start, end }) => ({
    ruleId: problem.code,
    ruleIndex: codes.indexOf(problem.code),
    level: LEVEL[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(report.file) },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
  }));
}

/** A relative reference with forward slashes (SARIF 2.1.0, 3.4). */
function uriOf(file: string): string {
  return file
    .replaceAll('\\', '/')
    .split('/')
    .map((segment, index) =>
      index === 0 && /^[A-Za-z]:$/.test(segment) ? segment : encodeURIComponent(segment),
    )
    .join('/');
}
