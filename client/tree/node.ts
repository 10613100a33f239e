/** One row of the explorer. Plain data and questions: only `explorer.ts` knows how VS Code shows it. */
export interface TreeNode {
  readonly kind: string;
  /** The parent's id and what AWS tells it apart by, so that VS Code keeps what is expanded when rows are made anew. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly appearance: Appearance;
  /** Absent = a leaf. Never rejects: a failure is a row. */
  children?(): Promise<TreeNode[]>;
  /** More about it, asked for when the pointer rests on the row. Plain text. */
  details?(signal: AbortSignal): Promise<string>;
}

export interface Appearance {
  label: string;
  /** What stands in grey behind the label. */
  description?: string;
  /** Plain text; may have several lines. */
  tooltip?: string;
  /** A codicon's name and a theme colour's id. */
  icon: { name: string; color?: string };
  /** What a screen reader says: nothing may be told by the icon alone. */
  spoken: string;
  /** What the menus of the manifest go by. */
  context: string;
  expanded?: boolean;
  /** Run when the row is chosen; it gets the node. */
  command?: string;
}
