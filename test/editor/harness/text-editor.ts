import type { Locator, Page } from 'playwright-core';
import { exactly, plainBlanks, type DomElement } from './dom';
import { until } from './until';

const ACTIVE = '.editor-group-container.active .editor-instance';
const LINES = `${ACTIVE} .view-lines .view-line`;
const fixes = (page: Page): Locator => page.locator('.action-widget .monaco-list-row.action');

/** The lines of the active editor that are on screen. */
export async function editorText(page: Page): Promise<string> {
  return (await linesOnScreen(page)).map((line) => line.text).join('\n');
}

/** In how many kinds of tokens the lines on screen are coloured; 1 without a grammar. */
export async function colours(page: Page): Promise<number> {
  const kinds = page.locator(`${LINES} span[class*=mtk]`);
  return new Set(
    await kinds.evaluateAll((spans: DomElement[]) =>
      spans.map((span) => /mtk\d+/.exec(span.getAttribute('class') ?? '')?.[0]),
    ),
  ).size;
}

/** The title of the active editor's tab. */
export async function activeTab(page: Page): Promise<string> {
  return (
    (await page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name')) ??
    ''
  );
}

/** Saves the active editor, and waits until it is no longer marked as changed. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
}

/** The titles of the fixes at the caret; asks again, as the editor may not have its answers yet. */
export async function quickFixes(page: Page): Promise<string[]> {
  await until('a list of quick fixes', async () => {
    if (await fixes(page).first().isVisible()) return true;
    await page.keyboard.press('Control+.');
    return fixes(page)
      .first()
      .waitFor({ timeout: 2_000 })
      .then(() => true)
      .catch(() => false);
  });
  return (await fixes(page).allInnerTexts()).map((text) => plainBlanks(text).trim());
}

/** Applies the fix with this title at the caret. */
export async function quickFix(page: Page, title: string): Promise<void> {
  const offered = await quickFixes(page);
  if (!offered.includes(title))
    throw new Error(`No fix "${title}" is offered, but: ${offered.join('; ') || 'none'}.`);
  await fixes(page)
    .filter({ hasText: exactly(title) })
    .click();
  await fixes(page).first().waitFor({ state: 'hidden' });
}

/** Rests the mouse on a word of the active editor; answers what the hover says. */
export async function hover(page: Page, word: string): Promise<string> {
  const at = await until(`the word ${word} in the editor`, async () =>
    placeOf(await linesOnScreen(page), word),
  );
  const shown = page.locator('.monaco-hover:visible');
  await until(`a hover over ${word}`, async () => {
    await page.mouse.move(at.x - 40, at.y);
    await page.mouse.move(at.x, at.y, { steps: 5 });
    return shown
      .first()
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
  });
  await shown.locator('.codicon-loading, .hover-row-loading').first().waitFor({ state: 'detached' });
  return plainBlanks((await shown.allInnerTexts()).join('\n'));
}

/** The labels that completion offers at the caret. */
export async function completions(page: Page): Promise<string[]> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row .label-name');
  await page.keyboard.press('Control+Space');
  await rows.first().waitFor();
  return rows.allInnerTexts();
}

/** The rows of the Problems view: files, and below each its problems with message, source, code and place. */
export async function problems(page: Page): Promise<string[]> {
  const rows = await page
    .locator('.markers-panel .monaco-list-row')
    .evaluateAll((elements: DomElement[]) =>
      elements.map((row) => ({ text: row.innerText, index: Number(row.getAttribute('data-index')) })),
    );
  return rows
    .toSorted((a, b) => a.index - b.index)
    .map((row) => plainBlanks(row.text).replaceAll(/\s+/g, ' ').trim());
}

/** Waits for a problem that contains this text, and puts the caret of the editor on it. */
export async function goToProblem(page: Page, text: string): Promise<void> {
  await page.locator('.markers-panel .monaco-list-row', { hasText: text }).last().dblclick();
  await page.locator(`${ACTIVE} .monaco-editor.focused`).waitFor();
}

interface Line {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

async function linesOnScreen(page: Page): Promise<Line[]> {
  const lines = await page.locator(LINES).evaluateAll((elements: DomElement[]) =>
    elements.map((line) => {
      const text = line.querySelector('span') ?? line;
      const { x, y, width, height } = text.getBoundingClientRect();
      return { text: text.innerText, x, y, width, height };
    }),
  );
  return lines.map((line) => ({ ...line, text: plainBlanks(line.text) })).toSorted((a, b) => a.y - b.y);
}

/** By arithmetic on the fixed-width font: without token colours a whole line is one element. */
function placeOf(lines: readonly Line[], word: string): { x: number; y: number } | undefined {
  const line = lines.find(({ text }) => text.includes(word));
  if (!line) return undefined;
  const middle = line.text.indexOf(word) + word.length / 2;
  return { x: line.x + (middle * line.width) / line.text.length, y: line.y + line.height / 2 };
}
