import type { PlanShown } from '../server/protocol';
import { shown } from './text';

/** A diff editor has half the window for each side, and does not wrap lines. */
const WIDEST = 42;

/**
 * The two sides of the diff editor: JSON between the words of the plan. The words stand on both sides, so that the table's differences are
 * the only ones.
 */
export function planDocuments(plan: PlanShown): { recorded: string; restored: string } {
  const before = [
    `Nothing was sent yet. "Restore…" on the spec asks once, then sends ${shown(plan.operation)}.`,
    '',
    `${shown(plan.sourceTableName)} → new table ${shown(plan.target)}`,
    `in ${shown(plan.region)}, account ${shown(plan.accountId)}`,
    `Below the table: ${plan.steps.length} put back afterwards, ${plan.staysBehind.length} left behind`,
    ...section('Warnings', plan.warnings),
    ...section('Could not be checked', plan.unchecked),
  ];
  const after = [
    ...section('Put back after the restore', plan.steps),
    ...section('Stays behind', plan.staysBehind),
  ];
  const around = (json: string): string => `${comment(before)}${json.trimEnd()}\n${comment(after)}`;
  return { recorded: around(plan.recorded), restored: around(plan.restored) };
}

function comment(words: readonly string[]): string {
  return words
    .flatMap(wrapped)
    .map((line) => `${`// ${line}`.trimEnd()}\n`)
    .join('');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `- ${shown(line)}`)];
}

/** Broken between words; a word that is too long by itself stays whole. */
function wrapped(text: string): string[] {
  const indent = text.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > WIDEST) {
      lines.push(line);
      line = `${indent}${word}`;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
