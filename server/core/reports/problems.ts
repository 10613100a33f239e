import type { Checked, Problem } from '../check';
import { lineStarts, positionAt, type Position } from '../spec/position';

/** What was found in one file. */
export interface FileReport extends Checked {
  /** As the user named it, or relative to it. */
  file: string;
  text: string;
}

export interface Located {
  problem: Problem;
  start: Position;
  end: Position;
}

/** The problems of a file with their places as zero-based lines and UTF-16 columns, as in LSP. */
export function located({ text, problems }: FileReport): Located[] {
  const starts = lineStarts(text);
  return problems.map((problem) => ({
    problem,
    start: positionAt(starts, problem.range.start),
    end: positionAt(starts, problem.range.end),
  }));
}
