import type { FrameLocator, Page } from 'playwright-core';
import { ADA } from '../../sandbox/jira/world/seed';
import type { Site } from '../../sandbox/site';

export type Theme = 'light' | 'dark';

export const ADMIN_PAGE = '/jira/settings/apps/align-connector';
export const projectPage = (key: string) => `/jira/projects/${key}/settings/apps/align-connector`;

/** Tabs of the admin page by their names, in order. */
export const ADMIN_TABS = [
  'Connection',
  'Projects',
  'People',
  'Web links',
  'History',
  'Parked',
] as const;

/** The app's own page inside of the Jira page that is open. */
export function appIn(page: Page): FrameLocator {
  return page.frameLocator('[data-app-place] iframe');
}

/** Opens a tab of the app's page and gives its panel. */
export async function openTab(page: Page, name: string) {
  const app = appIn(page);
  await app.getByRole('tab', { name }).click();
  const panel = app.getByRole('tabpanel', { name });
  await panel.waitFor();
  return panel;
}

/** Whether the app's page has to be scrolled sideways in the window as it is. */
export async function isTooWide(page: Page): Promise<boolean> {
  const place = await page.waitForSelector('[data-app-place] iframe');
  const frame = await place.contentFrame();
  if (frame === null) throw new Error('The page has no place for the app.');
  return frame.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}

/** Address of a page of the Jira stand-in, seen by a person in a theme. */
export function jiraPage(
  { jira }: Site,
  path: string,
  { as = ADA, theme = 'light' }: { as?: string; theme?: Theme } = {},
): string {
  const url = new URL(path, jira.url);
  url.searchParams.set('as', as);
  url.searchParams.set('theme', theme);
  return url.href;
}
