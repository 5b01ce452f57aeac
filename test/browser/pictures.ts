import type { Page } from 'playwright-core';
import { ADA, ANA, BO } from '../../sandbox/jira/world/seed';
import { ADMIN_PAGE, appIn, jiraPage, openTab, projectPage, type Theme } from './app-page';
import type { DemoDays } from './demo-days';

/** A scene in one theme and size. */
export interface Picture {
  /** File name without its ending. */
  name: string;
  scene: keyof typeof SCENES;
  theme: Theme;
  width: number;
  height: number;
}

type Scene = (page: Page, days: DemoDays, theme: Theme) => Promise<void>;

/** The pair that is shown in both applications. */
const SHOWN = 'PAY-9';

/** What there is to see: each opens a page and waits until everything in it is there. */
export const SCENES = {
  'admin-connection': adminTab('Connection', 'Poll now'),
  'admin-projects': adminTab('Projects', 'Edit mapping'),
  'admin-mapping': async (page, days, theme) => {
    await adminTab('Projects', 'Edit mapping')(page, days, theme);
    await appIn(page).getByRole('button', { name: 'Edit mapping Payments' }).click();
    await appIn(page).getByRole('heading', { name: 'Fields', exact: true }).waitFor();
    await page.mouse.move(0, 0);
  },
  'admin-people': adminTab('People', 'Nobody is matched by hand'),
  'admin-links': adminTab('Web links', 'PAY-8'),
  'admin-history': async (page, days, theme) => {
    await adminTab('History', 'PAY-8')(page, days, theme);
    const app = appIn(page);
    await app
      .getByRole('row')
      .filter({ hasText: /Ana Silva.*PAY-8/ })
      .first()
      .click();
    await app.getByText('Overruled', { exact: true }).waitFor();
    await page.mouse.move(0, 0);
  },
  'admin-history-list': adminTab('History', 'PAY-8'),
  'admin-parked': adminTab('Parked', 'Next try'),
  'project-settings': async (page, { site }, theme) => {
    await page.goto(jiraPage(site, projectPage('PAY'), { as: ANA, theme }));
    await appIn(page).getByText('Syncing').waitFor();
  },
  'jira-issue': async (page, { site }, theme) => {
    await page.goto(jiraPage(site, `/browse/${SHOWN}`, { as: BO, theme }));
    await appIn(page).getByRole('listitem').first().waitFor();
  },
  'align-item': async (page, days, theme) => {
    const url = new URL(`/item/story/${await days.itemOf(SHOWN)}`, days.site.align.url);
    url.searchParams.set('theme', theme);
    await page.goto(url.href);
    await page.getByRole('link', { name: 'View in Jira' }).waitFor();
  },
  'align-audit-log': async (page, days, theme) => {
    const url = new URL(`/item/story/${await days.itemOf(SHOWN)}`, days.site.align.url);
    url.searchParams.set('theme', theme);
    url.searchParams.set('tab', 'audit');
    await page.goto(url.href);
    await page.getByRole('cell').first().waitFor();
  },
} satisfies Record<string, Scene>;

/** The pictures that the documentation shows. */
export function documented(): Picture[] {
  const light = { theme: 'light', width: 1280 } as const;
  const dark = { theme: 'dark', width: 1280 } as const;
  return [
    { name: 'admin-history', scene: 'admin-history', ...light, height: 830 },
    { name: 'admin-history-dark', scene: 'admin-history', ...dark, height: 830 },
    { name: 'admin-links', scene: 'admin-links', ...light, height: 860 },
    { name: 'admin-links-narrow', scene: 'admin-links', theme: 'dark', width: 800, height: 900 },
    { name: 'admin-connection', scene: 'admin-connection', ...light, height: 720 },
    { name: 'admin-projects', scene: 'admin-projects', ...light, height: 560 },
    { name: 'admin-mapping', scene: 'admin-mapping', ...light, height: 1300 },
    { name: 'admin-people', scene: 'admin-people', ...light, height: 720 },
    { name: 'admin-parked', scene: 'admin-parked', ...light, height: 800 },
    { name: 'project-settings', scene: 'project-settings', ...light, height: 860 },
    { name: 'jira-issue', scene: 'jira-issue', ...light, height: 980 },
    { name: 'align-item', scene: 'align-item', ...light, height: 940 },
  ];
}

/** Every scene in both themes, on a laptop's width and on a narrow one. */
export function everything(): Picture[] {
  return (Object.keys(SCENES) as (keyof typeof SCENES)[]).flatMap((scene) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      [1280, 800].map((width) => ({
        name: `${scene}-${theme}-${width}`,
        scene,
        theme,
        width,
        height: scene === 'admin-mapping' ? 3600 : 1300,
      })),
    ),
  );
}

function adminTab(name: string, until: string): Scene {
  return async (page, { site }, theme) => {
    await page.goto(jiraPage(site, ADMIN_PAGE, { as: ADA, theme }));
    const panel = await openTab(page, name);
    await panel.getByText(until).first().waitFor();
    await page.mouse.move(0, 0);
  };
}
