import {
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { RestoreRow } from '../../server/protocol';
import { isRunning } from '../restore-state';
import { abortSignal } from '../signal';
import { backupId } from './backup';
import type { TreeNode } from './node';
import { regionId, regionNode } from './region';
import { tableId } from './table';
import type { TreeWorld } from './world';

export const VIEW = 'ddbbackup.explorer';

/** VS Code gathers redraws for 200 ms, and until then finds no row that is new. */
const REVEAL_AFTER_MS = [0, 300, 600, 1_200];

/** The view in the activity bar. */
export interface Explorer extends Disposable {
  readonly visible: boolean;
  /** Reads everything below the node anew; without one, the whole view. The old rows stay until the new ones are there. */
  refresh(node?: TreeNode): void;
  /** Forgets all rows: they were somebody else's. */
  reset(): void;
  /** One page more below this node. */
  loadMore(node: TreeNode): void;
  /** Something under this Region, or this table alone, looks different now. */
  changed(region: string, table?: string): Promise<void>;
  /** Draws restores under way: their rows and the badge. */
  drawRestores(before: readonly RestoreRow[], after: readonly RestoreRow[]): void;
  /** A line above the rows. */
  say(message: string | undefined): void;
  /** Brings a table or a backup of it into sight without taking the keyboard; opens the view only when `open`. */
  reveal(at: { region: string; table: string; backupArn?: string; open: boolean }): Promise<void>;
}

/** @param regions those to show; empty while there is no connection, so that the welcome text shows */
export function explorer(world: TreeWorld, regions: () => Promise<readonly string[]>): Explorer {
  /** The rows as last handed out, by id: VS Code only takes the very objects it was given. */
  const live = new Map<string, TreeNode>();
  const redraw = new EventEmitter<TreeNode | undefined>();

  async function roots(): Promise<TreeNode[]> {
    const names = await regions();
    return names.map((region) => regionNode(world, region, names.length === 1));
  }

  const view = window.createTreeView<TreeNode>(VIEW, {
    showCollapseAll: true,
    canSelectMany: true,
    treeDataProvider: {
      onDidChangeTreeData: redraw.event,
      getTreeItem: toItem,
      getParent: (node) => node.parent,
      async getChildren(node) {
        const children = await (node === undefined ? roots() : (node.children?.() ?? []));
        for (const child of children) live.set(child.id, child);
        return children;
      },
      async resolveTreeItem(item, node, token) {
        const { signal, dispose } = abortSignal(token);
        const details = await node.details?.(signal).finally(dispose);
        if (details !== undefined) item.tooltip = details;
        return item;
      },
    },
  });

  const collapsing = view.onDidCollapseElement(({ element }) => world.shelf.forget(element.id));

  function redrawById(id: string): void {
    const node = live.get(id);
    if (node !== undefined) redraw.fire(node);
  }

  async function reread(id: string): Promise<void> {
    await world.shelf.renew(id);
    redrawById(id);
  }

  async function rereadAll(): Promise<void> {
    await world.shelf.renew();
    redraw.fire(undefined);
  }

  async function find(ids: readonly string[]): Promise<TreeNode | undefined> {
    let level = await roots();
    let found: TreeNode | undefined;
    for (const id of ids) {
      found = level.find((node) => node.id === id);
      if (found === undefined) return undefined;
      level = id === ids.at(-1) ? [] : ((await found.children?.()) ?? []);
    }
    return found;
  }

  /** A nicety: left when VS Code does not know the row by the last attempt. */
  async function revealed(node: TreeNode): Promise<void> {
    for (const delayMs of REVEAL_AFTER_MS) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      const attempt = view.reveal(node, { select: true, focus: false });
      const found = await attempt.then(
        () => true,
        () => false,
      );
      if (found) return;
    }
  }

  return {
    get visible() {
      return view.visible;
    },
    refresh(node) {
      void window.withProgress({ location: { viewId: VIEW } }, () =>
        node === undefined ? rereadAll() : reread(node.id),
      );
    },
    reset() {
      world.shelf.clear();
      live.clear();
      redraw.fire(undefined);
    },
    loadMore(node) {
      world.shelf.wantMore(`${node.id}/${node.kind === 'table' ? 'backups' : 'tables'}`);
      redrawById(node.id);
    },
    changed(region, table) {
      const id = regionId(region);
      return reread(table === undefined ? id : tableId(id, table));
    },
    drawRestores(before, after) {
      view.badge = badge(after.filter(isRunning).length);
      for (const region of new Set([...before, ...after].map((row) => row.region)))
        redrawById(regionId(region));
    },
    say(message) {
      view.message = message ?? '';
    },
    async reveal({ region, table, backupArn, open }) {
      if (!open && !view.visible) return;
      const path = [regionId(region), tableId(regionId(region), table)];
      if (backupArn !== undefined) path.push(backupId(tableId(regionId(region), table), backupArn));
      const node = await find(path);
      if (node !== undefined) await revealed(node);
    },
    dispose() {
      collapsing.dispose();
      view.dispose();
      redraw.dispose();
    },
  };
}

function badge(running: number): { value: number; tooltip: string } | undefined {
  if (running === 0) return undefined;
  return {
    value: running,
    tooltip: running === 1 ? '1 restore is running' : `${running} restores are running`,
  };
}

function toItem(node: TreeNode): TreeItem {
  const { label, description, tooltip, icon, spoken, context, expanded, command } = node.appearance;
  const item = new TreeItem(label, collapsible(node, expanded));
  item.id = node.id;
  item.iconPath = new ThemeIcon(icon.name, icon.color === undefined ? undefined : new ThemeColor(icon.color));
  item.contextValue = context;
  item.accessibilityInformation = { label: spoken };
  if (description !== undefined) item.description = description;
  if (tooltip !== undefined) item.tooltip = tooltip;
  if (command !== undefined) item.command = { command, title: label, arguments: [node] };
  return item;
}

function collapsible(node: TreeNode, expanded = false): TreeItemCollapsibleState {
  if (node.children === undefined) return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
