import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from '../../../scripts/chromium.mjs';

const WINDOW = { width: 1280, height: 800 };

/**
 * Opens a browser without a window, with its profile in `folder`, so that nothing stays when that is removed.
 * @param {{ folder: string }} options
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 */
export async function openBrowser({ folder }) {
  const found = ensureChromium();
  if (!found.path) throw new Error(found.reason);
  const context = await chromium.launchPersistentContext(join(folder, 'chromium'), {
    executablePath: found.path,
    headless: true,
    args: CHROMIUM_ARGS,
    artifactsDir: join(folder, 'artifacts'),
    env: { ...process.env, TMPDIR: join(folder, 'tmp'), XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    viewport: WINDOW,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { page: context.pages()[0] ?? (await context.newPage()), close: () => context.close() };
}
