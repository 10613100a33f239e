import type { PlanShown } from '../server/protocol';
import { shown } from './text';

/** A diff editor has half the window for each side, and does not wrap lines. */
const WIDEST = 42;
/** `    { "AttributeName": "customerId", "KeyType": "HASH" }` with longer names. */
const LONGEST_ROW = 62;

/**
 * The two sides of the diff editor: JSON between the words of the plan. The words stand on both sides, so that the table's differences are
 * the only ones.
 */
export function planDocuments(plan: PlanShown): { recorded: string; restored: string } {
  const before = [
    `${shown(plan.sourceTableName)} → new table ${shown(plan.target)}`,
    `in ${shown(plan.region)}, account ${shown(plan.accountId)}`,
    '',
    `Nothing was sent yet. "Restore…" asks, then sends ${shown(plan.operation)}.`,
    `Below the table: what is put back (${plan.steps.length}) and what stays behind (${plan.staysBehind.length}).`,
    ...section('Warnings', plan.warnings),
    ...section('Could not be checked', plan.unchecked),
  ];
  const after = [
    ...section('Put back after the restore', plan.steps),
    ...section('Stays behind', plan.staysBehind),
  ];
  const around = (json: string): string => `${comment(before)}${readable(json)}\n${comment(after)}`;
  return { recorded: around(plan.recorded), restored: around(plan.restored) };
}

/** One thing a line, but what is small and belongs together (a key, a throughput) on one. */
function readable(json: string): string {
  const value: unknown = JSON.parse(json);
  return indented(value, '', '');
}

/** @param before what stands before it on its line, without the indent */
function indented(value: unknown, indent: string, before: string): string {
  const text = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || text.length <= 2) return before + text;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const members = Array.isArray(value)
    ? value.map((item: unknown) => indented(item, inner, ''))
    : Object.entries(value).map(([key, item]) => indented(item, inner, `${JSON.stringify(key)}: `));
  const row = `${before}${open} ${members.join(', ')} ${close}`;
  const isSmall = indent !== '' && !Object.values(value).some(isComposed);
  if (isSmall && indent.length + row.length <= LONGEST_ROW) return row;
  return `${before}${open}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${close}`;
}

function isComposed(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
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
