import type { Page } from 'playwright-core';

export function openBrowser(options: { folder: string }): Promise<{ page: Page; close: () => Promise<void> }>;
