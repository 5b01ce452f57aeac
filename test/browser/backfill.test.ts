/**
 * Guarantee: an admin who has mapped a project is led to its backfill, sees what it would do before anything is
 * written, starts it, watches it, and pauses, resumes and cancels it; with the keyboard, in both themes, in a window
 * of 800 pixels, and with nothing that axe finds or the browser complains about.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SERVICE_ACCOUNT } from '../../sandbox/set-up';
import { settled } from '../../sandbox/settled';
import { PEOPLE, startSite, type Site } from '../../sandbox/site';
import { ADMIN_PAGE, appIn, isTooWide, jiraPage } from './app-page';
import { describeInBrowser, openWindow } from './chromium';
import { pressButton } from './keyboard';
import { violationsInApp } from './scan';

const MOBILE = '10002';

describeInBrowser("a project's backfill", () => {
  let site: Site;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    site = await startSite({
      schedules: { fiveMinute: 0, hour: 0 },
      timeScale: 20,
      quiet: true,
    });
    delete site.align.world.limits.requestsPerMinute;
    await site.admin('saveConnection', SERVICE_ACCOUNT);
    ({ browser, context, page, complaints } = await openWindow({ height: 900 }));
    await page.goto(jiraPage(site, ADMIN_PAGE));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const backfill = () => site.admin('getBackfill', { projectId: MOBILE });
  const press = (name: string) => pressButton(page, name);

  test('is offered when a project has been mapped for the first time', async () => {
    const app = appIn(page);
    await app.getByRole('tab', { name: 'Projects' }).click();
    await app.getByRole('button', { name: 'Map project Mobile app' }).click();
    await app.getByRole('button', { name: 'Save mapping' }).click();
    await app.getByRole('heading', { name: 'Mobile app is mapped' }).waitFor();
    await app.getByRole('button', { name: 'Backfill Mobile app' }).waitFor();
    expect(await violationsInApp(page)).toEqual([]);
    await press('Preview the backfill');
    await app.getByRole('heading', { name: 'Backfill of Mobile app (MOB)' }).waitFor();
  });

  test('is previewed with counts and samples before anything is written', async () => {
    const app = appIn(page);
    const [existing] = site.jira.world.issues('MOB').filter(({ type }) => type === 'Story');
    const title = existing?.summary ?? '';
    site.align.world.create('story', { title, programId: 102 }, '1204');
    site.align.resetRequests();
    await press('Preview');
    const result = app.getByRole('region', { name: 'Preview' });
    await result.waitFor();
    await result.getByText('Nothing has been written so far').waitFor();
    const linked = result.getByRole('table', { name: 'Would be linked' });
    expect(await linked.getByRole('row').nth(1).textContent()).toContain(title);
    await result.getByRole('table', { name: 'Would be created in Jira Align' }).waitFor();
    expect(site.align.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect((await backfill()).status).toBe('none');
    expect(await violationsInApp(page)).toEqual([]);
  });

  test('fits into a window of 800 pixels', async () => {
    await page.setViewportSize({ width: 800, height: 900 });
    expect(await isTooWide(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('a changed choice asks for a new preview', async () => {
    const app = appIn(page);
    await app.getByText('Link issues to Jira Align items of the same title').click();
    await app.getByRole('region', { name: 'Preview' }).waitFor({ state: 'detached' });
    await app.getByText('Link issues to Jira Align items of the same title').click();
    await press('Preview');
    await app.getByRole('button', { name: 'Start backfill' }).waitFor();
  });

  test('is started, paused, resumed, and shows its progress and who started it', async () => {
    const app = appIn(page);
    for (let n = 1; n <= 110; n += 1) {
      site.jira.world.create(
        { accountId: PEOPLE.bo, viaApp: true },
        { project: 'MOB', type: 'Bug', summary: `Bug ${n}` },
      );
    }
    site.align.faults.next({ method: 'POST', path: /Defects$/ }, { delayMs: 20, times: 110 });
    await press('Start backfill');
    await app.getByRole('progressbar', { name: 'Work items looked at' }).waitFor();
    expect(await app.locator(':focus').textContent()).toContain('Backfill of Mobile app');
    await press('Pause');
    await app.getByRole('button', { name: 'Resume' }).waitFor();
    await app.getByText('Ada Okafor,').waitFor();
    await settled(site);
    expect((await backfill()).status).toBe('paused');
    expect(await violationsInApp(page)).toEqual([]);
    await press('Resume');
    await app.getByText('Done', { exact: true }).waitFor();
    const { created, linked } = await backfill();
    expect([created > 100, linked]).toEqual([true, 1]);
    await app.getByRole('heading', { name: 'Last backfill' }).waitFor();
    expect(await violationsInApp(page)).toEqual([]);
  });

  test('says when everything is paired', async () => {
    const app = appIn(page);
    await press('Preview');
    await app.getByRole('heading', { name: 'Everything is paired' }).waitFor();
    expect(await app.getByRole('button', { name: 'Start backfill' }).count()).toBe(0);
    expect(await violationsInApp(page)).toEqual([]);
  });

  test('sends a person who comes to a project that is not synced to its mapping', async () => {
    const other = await context.newPage();
    await other.goto(`${jiraPage(site, ADMIN_PAGE)}#/projects/10001/backfill`);
    const app = appIn(other);
    await app.getByRole('heading', { name: 'This project is not synced yet' }).waitFor();
    await other.close();
  });

  test('says what it waits for, and is cancelled only after a question', async () => {
    const app = appIn(page);
    site.jira.world.create(
      { accountId: PEOPLE.bo, viaApp: true },
      { project: 'MOB', type: 'Bug', summary: 'One more' },
    );
    const limited = { status: 429, headers: { 'Retry-After': '900' } };
    site.align.faults.next({ method: 'POST', path: /Defects$/ }, limited);
    await press('Preview again');
    await press('Start backfill');
    await app.getByText('Jira Align asks the app to wait.').waitFor();
    await app.getByText('Waiting', { exact: true }).waitFor();
    expect(await violationsInApp(page)).toEqual([]);
    await press('Cancel backfill');
    const dialog = app.getByRole('dialog', { name: 'Cancel the backfill of Mobile app?' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await backfill()).status).toBe('waiting');
    await press('Cancel backfill');
    expect(await violationsInApp(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel backfill' }).click();
    await app.getByText('Cancelled', { exact: true }).waitFor();
    expect((await backfill()).status).toBe('cancelled');
  });

  test('and the browser has nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
