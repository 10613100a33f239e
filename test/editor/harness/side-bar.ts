import type { Locator, Page } from 'playwright-core';
import { exactly, plainBlanks, type DomElement } from './dom';
import { until } from './until';

/** A row of the tree in the side bar, as it is on screen. */
export interface TreeRow {
  label: string;
  description: string;
  /** 1 for the roots. */
  level: number;
  /** undefined: a leaf. */
  expanded: boolean | undefined;
  /** Position in the whole tree, by which a row is found again. */
  index: number;
}

const ROWS = '.part.sidebar .monaco-list-row[role=treeitem]';

/** Shows a view container by its title in the activity bar. */
export async function openView(page: Page, title: string): Promise<void> {
  const item = page.locator('.part.activitybar .action-item').filter({
    has: page.locator(`.action-label[aria-label^=${JSON.stringify(title)}]`),
  });
  await item.waitFor();
  const isOpen = async () => (await item.getAttribute('class'))?.split(' ').includes('checked');
  // A second click would close the side bar again.
  if (!(await isOpen())) await item.click();
  await until(`the view ${title}`, isOpen);
}

/** The rows on screen from top to bottom, taken at one moment. */
export async function treeRows(page: Page): Promise<TreeRow[]> {
  const rows = await page.locator(ROWS).evaluateAll((elements: DomElement[]) =>
    elements.map((row) => ({
      label: row.querySelector('.label-name')?.innerText ?? '',
      description: row.querySelector('.label-description')?.innerText ?? '',
      level: Number(row.getAttribute('aria-level')),
      expanded: row.getAttribute('aria-expanded'),
      index: Number(row.getAttribute('data-index')),
    })),
  );
  return rows
    .map((row) => ({
      ...row,
      label: plainBlanks(row.label),
      description: plainBlanks(row.description),
      expanded: row.expanded === null ? undefined : row.expanded === 'true',
    }))
    .toSorted((a, b) => a.index - b.index);
}

/** Waits for the row at the end of this path of labels; every row above it must be expanded. */
export async function treeRow(page: Page, ...path: string[]): Promise<TreeRow> {
  return until(`the tree row ${path.join(' > ')}`, async () => find(await treeRows(page), path));
}

/** Expands the rows along this path of labels, and waits until the last one shows its children. */
export async function expandTree(page: Page, ...path: string[]): Promise<TreeRow[]> {
  for (let depth = 1; depth <= path.length; depth += 1) {
    const here = path.slice(0, depth);
    const row = await treeRow(page, ...here);
    if (row.expanded === false) await locate(page, row).click();
    await until(
      `the children of ${here.join(' > ')}`,
      async () => childrenOf(await treeRows(page), here).length > 0,
    );
  }
  return childrenOf(await treeRows(page), path);
}

/** Clicks the row at the end of this path of labels, which selects it and runs its command. */
export async function clickTree(page: Page, ...path: string[]): Promise<void> {
  await locate(page, await treeRow(page, ...path)).click();
}

/** Chooses an entry of the context menu of the row at the end of this path of labels. */
export async function contextMenu(page: Page, path: readonly string[], item: string): Promise<void> {
  await locate(page, await treeRow(page, ...path)).click({ button: 'right' });
  const entry = page
    .locator('.monaco-menu-container:visible .action-item')
    .filter({ has: page.locator('.action-label', { hasText: exactly(item) }) });
  await entry.waitFor();
  // The menu ignores a click in about the first tenth of a second.
  await until(`the context menu to take the click on ${item}`, async () => {
    await entry.click({ timeout: 500 }).catch(() => undefined);
    return (await entry.count()) === 0;
  });
}

/** The button with this name in the title bar of a view, as "Refresh". */
export async function viewAction(page: Page, name: string): Promise<void> {
  await page.locator('.part.sidebar').hover();
  await page
    .locator(`.part.sidebar .actions-container .action-label[aria-label^=${JSON.stringify(name)}]`)
    .first()
    .click();
}

const locate = (page: Page, row: TreeRow): Locator =>
  page.locator(`${ROWS}[data-index="${row.index}"] .label-name`);

function find(rows: readonly TreeRow[], path: readonly string[]): TreeRow | undefined {
  return path.reduce<TreeRow | undefined>((parent, label, depth) => {
    if (depth > 0 && !parent) return undefined;
    return below(rows, parent).find((row) => row.label === label);
  }, undefined);
}

function childrenOf(rows: readonly TreeRow[], path: readonly string[]): TreeRow[] {
  const parent = find(rows, path);
  return parent ? below(rows, parent) : [];
}

/** The children of a row, or the roots. */
function below(rows: readonly TreeRow[], parent: TreeRow | undefined): TreeRow[] {
  const level = parent?.level ?? 0;
  const after = rows.filter((row) => row.index > (parent?.index ?? -1));
  const end = after.findIndex((row) => row.level <= level);
  return (end < 0 ? after : after.slice(0, end)).filter((row) => row.level === level + 1);
}
