import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver';
import { check, type Problem } from '../core/check';
import { plainText } from '../core/plain-text';
import type { Severity } from '../core/rules/rule';
import { lspRange, type OpenSpec } from './documents';
import type { Knowledge } from './knowledge';

const SOURCE = 'ddbbackup';
const LONGEST_MESSAGE = 500;

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** What the editor's own JSON support says about a file with its language id: from the syntax, and from the schema that ships with us. */
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

/** Where a file's problems come from: the core's check under what is known now. */
export function problemsOf({ document, spec }: OpenSpec, known: Knowledge): Problem[] {
  const { problems } = check(spec, known.factsFor(spec, document.uri));
  const isPlainJson = document.languageId === 'json' || document.languageId === 'jsonc';
  return isPlainJson ? problems.filter(({ code }) => !SAID_BY_JSON_SUPPORT.has(code)) : problems;
}

export function diagnosticsOf(
  open: OpenSpec,
  known: Knowledge,
  rulePage: (code: string) => string | undefined,
): Diagnostic[] {
  const found = problemsOf(open, known).map((problem) => diagnosticOf(open, problem, rulePage));
  return [...known.failuresFor(open.spec, open.document.uri).map((why) => notChecked(open, why)), ...found];
}

export function diagnosticOf(
  open: OpenSpec,
  problem: Problem,
  rulePage: (code: string) => string | undefined,
): Diagnostic {
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

/** A fact that could not be had is no fault of the file, so it never counts as an error. */
function notChecked(open: OpenSpec, why: string): Diagnostic {
  return {
    source: SOURCE,
    code: 'not-checked',
    severity: DiagnosticSeverity.Information,
    message: plainText(`Not checked against AWS. ${why}`, LONGEST_MESSAGE),
    range: lspRange(open.document, { start: 0, end: Math.min(1, open.spec.text.length) }),
  };
}
