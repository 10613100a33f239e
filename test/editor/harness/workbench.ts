import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import * as notices from './notices';
import * as quickInput from './quick-input';
import * as sideBar from './side-bar';
import * as textEditor from './text-editor';

/** Where screenshots and the logs of failed tests go. */
export const RESULTS = fileURLToPath(new URL('../../../test-results', import.meta.url));

const ACTION_MS = 15_000;
const START_MS = 60_000;

const own = { showProblems, screenshot };
const gestures = { ...quickInput, ...sideBar, ...notices, ...textEditor, ...own };

type OnOnePage<T> = {
  [K in keyof T]: T[K] extends (page: Page, ...rest: infer Rest) => infer Answer
    ? (...rest: Rest) => Answer
    : never;
};

/** What a user does in a window of VS Code, each waiting until it can be done; see the files that it is made of. */
export type Workbench = OnOnePage<typeof gestures>;

/** Opens VS Code in this page, and waits until its window is ready for a user. */
export async function openWorkbench(page: Page, url: string): Promise<Workbench> {
  page.setDefaultTimeout(ACTION_MS);
  await page.goto(url);
  for (const part of [
    '.monaco-workbench',
    '.part.statusbar .statusbar-item',
    '.part.activitybar .action-item',
  ]) {
    await page.locator(part).first().waitFor({ timeout: START_MS });
  }
  const bound = Object.entries(gestures).map(([name, gesture]): [string, unknown] => {
    // The list of gestures is typed, an entry of it is not.
    const onAnyPage = gesture as (page: Page, ...rest: unknown[]) => unknown;
    return [name, (...rest: unknown[]) => onAnyPage(page, ...rest)];
  });
  // The same names, each without its first parameter.
  return Object.fromEntries(bound) as Workbench;
}

/** Shows the Problems view and puts the focus there. */
async function showProblems(page: Page): Promise<void> {
  await quickInput.runCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel').waitFor();
}

/** Takes a picture of the window into test-results/NAME.png; answers its path. */
async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir(RESULTS, { recursive: true });
  const file = path.join(RESULTS, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}
