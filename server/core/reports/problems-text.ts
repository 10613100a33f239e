import type { Severity } from '../rules/rule';
import { lineStarts } from '../spec/position';
import { located, type FileReport, type Located } from './problems';
import { plainText } from '../plain-text';

/** How a word is made to stand out; the identity where there is no colour. */
export type Paint = (kind: Severity | 'faint' | 'good', text: string) => string;

export const plainPaint: Paint = (_kind, text) => text;

/** Every problem with the line it stands in and a caret under it, then a count. Nothing for files without problems. */
export function problemsText(reports: readonly FileReport[], paint: Paint): string {
  const blocks = reports.flatMap((report) => located(report).map((found) => block(report, found, paint)));
  return [...blocks, count(reports, paint)].join('\n');
}

function block(report: FileReport, { problem, start, end }: Located, paint: Paint): string {
  const place = `${plainText(report.file, 500)}:${start.line + 1}:${start.character + 1}`;
  const head = `${place}: ${paint(problem.severity, problem.severity)}: ${plainText(problem.message, 600)} ${paint('faint', `[${problem.code}]`)}`;
  const lastColumn = end.line === start.line ? end.character : Number.POSITIVE_INFINITY;
  const fixes = problem.fixes.map(({ title }) => `    fix: ${plainText(title, 200)}`);
  return [head, ...excerpt(report.text, start.line, start.character, lastColumn, paint), ...fixes, ''].join(
    '\n',
  );
}

const WIDTH = 100;

/** The line and, below it, carets under the range. Of a long line only the part around the problem. */
function excerpt(text: string, line: number, from: number, to: number, paint: Paint): string[] {
  const start = lineStarts(text)[line] ?? 0;
  const [whole = ''] = text.slice(start, start + 100_000).split(/\r\n|\r|\n/);
  const cut = from > WIDTH - 20 ? from - 20 : 0;
  const part = whole.slice(cut, cut + WIDTH);
  const before = part.slice(0, from - cut);
  const marked = part.slice(from - cut, Math.max(to - cut, from - cut + 1));
  const number = String(line + 1).padStart(5);
  const carets = '^'.repeat(Math.max(1, width(marked)));
  return [
    `${paint('faint', `${number} |`)} ${oneColumnEach(part)}`,
    `${paint('faint', '      |')} ${' '.repeat(width(before))}${carets}`,
  ];
}

/** Tabs would move the caret; hidden characters are escaped, which makes them wider. */
function oneColumnEach(text: string): string {
  return plainText(text.replaceAll('\t', ' '), Number.POSITIVE_INFINITY);
}

function width(text: string): number {
  return Array.from(oneColumnEach(text)).length;
}

function count(reports: readonly FileReport[], paint: Paint): string {
  const problems = reports.flatMap((report) => report.problems);
  const of = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const files = `${reports.length} ${reports.length === 1 ? 'file' : 'files'} checked`;
  if (problems.length === 0) return `${files}: ${paint('good', 'no problems')}\n`;
  return `${files}: ${plural(of('error'), 'error')}, ${plural(of('warning'), 'warning')}, ${of('information')} for information\n`;
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
