import type { Locator, Page } from 'playwright-core';
import { appIn } from './app-page';

const MOST_STOPS = 150;

/**
 * Presses Tab until the element has the focus, through the page and the app's frame, as somebody
 * without a mouse does. @throws {Error} when Tab does not lead there
 */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  await element.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(element)) return;
  }
  throw new Error(`Tab does not lead to ${String(element)}.`);
}

/** Presses a button of the app, see `tabTo`. */
export async function pressButton(page: Page, name: string): Promise<void> {
  await tabTo(page, appIn(page).getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

/** Whether the element has the focus in its own document. */
export function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === node.ownerDocument.activeElement);
}
