/**
 * Guarantee: an admin matches somebody who hides the e-mail address, with the keyboard, sees why a match cannot be
 * made, and takes one back after a question; in both themes, in a window of 800 pixels, and with nothing that axe
 * finds or the browser complains about.
 */
import type { Browser, Page } from 'playwright-core';
import { SERVICE_ACCOUNT } from '../../sandbox/set-up';
import { startSite, type Site } from '../../sandbox/site';
import { ADMIN_PAGE, appIn, isTooWide, jiraPage, openTab } from './app-page';
import { describeInBrowser, openWindow } from './chromium';
import { pressButton, tabTo } from './keyboard';
import { violationsInApp } from './scan';

const MIA = { accountId: '712020:mia-krystof', uid: '1203' };

describeInBrowser('the people table', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    site = await startSite({ schedules: { fiveMinute: 0, hour: 0 }, quiet: true });
    await site.admin('saveConnection', SERVICE_ACCOUNT);
    ({ browser, page, complaints } = await openWindow({ height: 900 }));
    await page.goto(jiraPage(site, ADMIN_PAGE));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const box = (name: string) => appIn(page).getByRole('combobox', { name });
  const choose = async (name: string, typed: string, option: string) => {
    await tabTo(page, box(name));
    await page.keyboard.type(typed);
    await appIn(page).getByRole('option', { name: option }).waitFor();
    await page.keyboard.press('Enter');
  };
  const press = (name: string) => pressButton(page, name);
  const rows = async () => (await site.admin('listPeople', {})).rows;

  test('asks for both sides before it saves', async () => {
    const app = appIn(page);
    await openTab(page, 'People');
    await app.getByRole('heading', { name: 'Nobody is matched by hand' }).waitFor();
    await press('Match');
    await app.getByText('Choose a user on both sides first.').waitFor();
    expect(await violationsInApp(page)).toEqual([]);
  });

  test('says when nobody is found', async () => {
    await tabTo(page, box('Jira Align user'));
    await page.keyboard.type('Nobody At All');
    await appIn(page).getByText('No Jira Align user has exactly this name').waitFor();
    expect(await violationsInApp(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('says why a match cannot be made', async () => {
    await choose('Jira user', 'ana', 'Ana Silva');
    await choose('Jira Align user', 'kai', 'Kai Lund');
    await press('Match');
    await appIn(page).getByText('Ana Silva in Jira is Ana Silva in Jira Align').waitFor();
    expect(await violationsInApp(page)).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  test('matches a person who hides the address', async () => {
    const app = appIn(page);
    await choose('Jira user', 'mia', 'Mia Krystof');
    await choose('Jira Align user', 'mia', 'Mia Krystof');
    await press('Match');
    await app.getByRole('row', { name: /Mia Krystof.*User 1203/ }).waitFor();
    expect(await rows()).toMatchObject([MIA]);
    expect(await violationsInApp(page)).toEqual([]);
  });

  test('fits into a window of 800 pixels', async () => {
    await page.setViewportSize({ width: 800, height: 900 });
    expect(await isTooWide(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('loads the table again when another admin has changed it meanwhile', async () => {
    const app = appIn(page);
    const { version } = await site.admin('listPeople', {});
    await site.admin('removePerson', { version, accountId: MIA.accountId });
    await choose('Jira user', 'mia', 'Mia Krystof');
    await choose('Jira Align user', 'mia', 'Mia Krystof');
    await press('Match');
    await app.getByText('Another admin has changed the people table').waitFor();
    await app.getByRole('heading', { name: 'Nobody is matched by hand' }).waitFor();
    await press('Match');
    await app.getByRole('row', { name: /Mia Krystof.*User 1203/ }).waitFor();
  });

  test('takes a match back only after a question', async () => {
    const app = appIn(page);
    await press('Remove Mia Krystof');
    const dialog = app.getByRole('dialog', { name: 'Remove the match of Mia Krystof?' });
    await dialog.waitFor();
    expect(await violationsInApp(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await rows()).toHaveLength(1);
    await press('Remove Mia Krystof');
    await dialog.getByRole('button', { name: 'Remove match' }).click();
    await app.getByRole('heading', { name: 'Nobody is matched by hand' }).waitFor();
    expect(await rows()).toEqual([]);
  });

  test('and the browser has nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
