import type { Locator, Page } from 'playwright-core';
import { exactly, plainBlanks } from './dom';
import { until } from './until';

const SETTLE_MS = 60;

const widget = (page: Page): Locator => page.locator('.quick-input-widget:visible');
const box = (page: Page): Locator => widget(page).locator('.quick-input-box input');
const row = (page: Page, label: string): Locator =>
  widget(page)
    .locator('.monaco-list-row')
    .filter({ has: page.locator('.quick-input-list-label .label-name', { hasText: exactly(label) }) })
    .first();

/** VS Code uses one widget for all questions, so its title tells whether the question is already the expected one. */
async function titled(page: Page, title: string): Promise<void> {
  await widget(page)
    .locator('.quick-input-title', { hasText: exactly(title) })
    .waitFor();
}

/** Runs a command by its full name in the palette, "Category: Title". */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await box(page).fill(`>${title}`);
  await acceptRow(page, title);
}

/**
 * Walks to a row with the keys and accepts it. The list is filtered a moment after the typing, and a click meant for a
 * row that is just moving away starts another command.
 */
async function acceptRow(page: Page, label: string): Promise<void> {
  const focused = widget(page).locator('.monaco-list-row.focused .quick-input-list-label .label-name');
  await row(page, label).waitFor();
  await until(`the row ${label} to have the focus`, async () => {
    const before = await focused.allInnerTexts();
    await page.waitForTimeout(SETTLE_MS);
    if (before.join() !== (await focused.allInnerTexts()).join()) return false;
    if (plainBlanks(before.join()).trim() === label) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  });
  await page.keyboard.press('Enter');
}

/** Chooses one row of the quick pick that has this title. */
export async function pick(page: Page, title: string, label: string): Promise<void> {
  await titled(page, title);
  await row(page, label).click();
}

/** Ticks the rows of a quick pick that takes several, and accepts. */
export async function pickMany(page: Page, title: string, labels: readonly string[]): Promise<void> {
  await titled(page, title);
  for (const label of labels) await row(page, label).click();
  await widget(page).locator('.quick-input-action .monaco-button').first().click();
}

/** The labels that the quick pick with this title offers, as far as they are on screen. */
export async function pickLabels(page: Page, title: string): Promise<string[]> {
  await titled(page, title);
  const labels = widget(page).locator('.monaco-list-row .quick-input-list-label .label-name');
  await labels.first().waitFor();
  return labels.allInnerTexts();
}

/** Types into the input box with this title, without accepting: see `inputMessage` and `acceptInput`. */
export async function typeInput(page: Page, title: string, text: string): Promise<void> {
  await titled(page, title);
  await box(page).fill(text);
}

/** Types into the input box with this title and accepts. */
export async function fillInput(page: Page, title: string, text: string): Promise<void> {
  await typeInput(page, title, text);
  await page.keyboard.press('Enter');
}

/** Waits until the prompt or the validation message below the input contains this text. */
export async function inputMessage(page: Page, text: string): Promise<void> {
  await widget(page).locator('.quick-input-message', { hasText: text }).waitFor();
}

/** Opens a file of the workspace by its name or path, as Ctrl+P does. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await box(page).fill(name);
  const base = name.split('/').at(-1) ?? name;
  await acceptRow(page, base);
  await page.locator('.tabs-container .tab.active', { hasText: base }).waitFor();
}

/** Puts the caret of the active editor at a place, both one-based. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+G');
  await box(page).fill(`:${line}:${column}`);
  // Until the row is there, Enter does nothing.
  await widget(page)
    .locator('.monaco-list-row', { hasText: `line ${line}` })
    .waitFor();
  await page.keyboard.press('Enter');
  await widget(page).waitFor({ state: 'hidden' });
}
