import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver';
import { check, type Problem } from '../core/check';
import { plainText } from '../core/plain-text';
import type { Severity } from '../core/rules/rule';
import { lspRange, type OpenSpec } from './documents';
import type { Knowledge } from './knowledge';

const SOURCE = 'ddbbackup';
const LONGEST_MESSAGE = 500;
/** How many of the things that could not be checked are named. */
const NAMED = 3;

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/**
 * What VS Code's own JSON support says about a file with its language id: from the syntax, and from the schema that our extension brings
 * along. Another editor may call a file JSON without checking it.
 */
const SAID_BY_JSON_SUPPORT: ReadonlySet<string> = new Set([
  'syntax',
  'too-deep',
  'duplicate-key',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'bad-enum',
  'bad-pattern',
  'out-of-range',
]);

/** Who is told of problems. */
export interface Reader {
  isOurs: boolean;
  /** URI of the page that explains a rule. */
  rulePage: (code: string) => string | undefined;
}

/** Where a file's problems come from: the core's check under what is known now. */
export function problemsOf({ document, spec }: OpenSpec, known: Knowledge, { isOurs }: Reader): Problem[] {
  const { problems } = check(spec, known.factsFor(spec, document.uri));
  const saidTwice = isOurs && (document.languageId === 'json' || document.languageId === 'jsonc');
  return saidTwice ? problems.filter(({ code }) => !SAID_BY_JSON_SUPPORT.has(code)) : problems;
}

export function diagnosticsOf(open: OpenSpec, known: Knowledge, reader: Reader): Diagnostic[] {
  const found = problemsOf(open, known, reader).map((problem) => diagnosticOf(open, problem, reader));
  return [...notChecked(open, known), ...found];
}

export function diagnosticOf(open: OpenSpec, problem: Problem, { rulePage }: Reader): Diagnostic {
  const page = rulePage(problem.code);
  return {
    source: SOURCE,
    code: problem.code,
    severity: SEVERITIES[problem.severity],
    message: problem.message,
    range: lspRange(open.document, problem.range),
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
  };
}

/** What could not be asked of AWS, and why, in one remark: it is no fault of the file, so it never counts as an error. */
function notChecked({ document, spec }: OpenSpec, known: Knowledge): Diagnostic[] {
  const reasons = known.failuresFor(spec, document.uri);
  if (reasons.length === 0) return [];
  const { unchecked } = check(spec, known.factsFor(spec, document.uri));
  const titles = [...new Set(unchecked.map(({ title }) => title))];
  const more = titles.length > NAMED ? `; and ${titles.length - NAMED} more` : '';
  const what = titles.length === 0 ? '' : `: ${titles.slice(0, NAMED).join('; ')}${more}`;
  return [
    {
      source: SOURCE,
      code: 'not-checked',
      severity: DiagnosticSeverity.Information,
      message: plainText(`Not checked against AWS${what}. ${reasons.join(' ')}`, LONGEST_MESSAGE),
      range: lspRange(document, { start: 0, end: Math.min(1, spec.text.length) }),
    },
  ];
}
