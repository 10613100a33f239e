import type { Locator, Page } from 'playwright-core';
import { exactly } from './dom';
import { runCommand } from './quick-input';

const SOON_MS = 3_000;

const dialog = (page: Page, text: string): Locator => page.locator('.monaco-dialog-box', { hasText: text });

/**
 * The notification that contains this text. VS Code shows it in the corner for some seconds, or not at all when it is
 * the fourth within 0.8 s; after that it is in the list that a click on the bell opens.
 */
async function notification(page: Page, text: string): Promise<Locator> {
  const item = page
    .locator('.notifications-toasts, .notifications-center')
    .locator('.notification-list-item:visible', {
      hasText: text,
    });
  const soon = await item
    .first()
    .waitFor({ timeout: SOON_MS })
    .then(() => true)
    .catch(() => false);
  if (!soon) {
    await runCommand(page, 'Notifications: Show Notifications');
    await item.first().waitFor();
  }
  return item.first();
}

/** Waits for a notification that contains this text; answers all it says. */
export async function toastText(page: Page, text: string): Promise<string> {
  const item = await notification(page, text);
  return item.locator('.notification-list-item-message').innerText();
}

/** Presses a button of the notification that contains this text. */
export async function toastButton(page: Page, text: string, button: string): Promise<void> {
  const item = await notification(page, text);
  await item.hover();
  await item.locator('.monaco-button', { hasText: exactly(button) }).click();
}

/** Removes all notifications, so that none of an earlier step is taken for one of the next. */
export async function clearToasts(page: Page): Promise<void> {
  await runCommand(page, 'Notifications: Clear All Notifications');
}

/** Waits for a modal dialog that contains this text; answers all it says. */
export async function dialogText(page: Page, text: string): Promise<string> {
  return dialog(page, text).locator('.dialog-message-container').innerText();
}

/** Presses a button of the modal dialog that contains this text, and waits until it is gone. */
export async function dialogButton(page: Page, text: string, button: string): Promise<void> {
  await dialog(page, text)
    .locator('.monaco-button', { hasText: exactly(button) })
    .click();
  await dialog(page, text).waitFor({ state: 'detached' });
}
