/**
 * Guarantee: in a real browser and with the real app, an admin connects Jira Align and maps a project
 * from the keyboard alone; from then on an edit on either side appears on the other, with a link in
 * both directions and its history; and no page breaks its policy or throws on the way.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BO } from '../../sandbox/jira/world/seed';
import { polled, settled } from '../../sandbox/settled';
import { startSite, type Site } from '../../sandbox/site';
import { ADMIN_PAGE, appIn, jiraPage, openTab } from './app-page';
import { describeInBrowser, openWindow } from './chromium';
import { isFocused, tabTo } from './keyboard';

const SERVICE_ACCOUNT_UID = '2001';
const TOKEN = 'user:2001|sandbox-align-token';

describeInBrowser('the main job in a browser', () => {
  let site: Site;
  let browser: Browser;
  let context: BrowserContext;
  let admin: Page;
  let issue: Page;
  let item: Page;
  let complaints: string[];

  beforeAll(async () => {
    site = await startSite({ schedules: { fiveMinute: 0, hour: 0 }, timeScale: 60, quiet: true });
    ({ browser, context, page: admin, complaints } = await openWindow({ height: 720 }));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  afterEach(() => expect(complaints).toEqual([]));

  /** What a click on a link opens in a new tab. */
  async function opened(click: () => Promise<void>): Promise<Page> {
    const [page] = await Promise.all([context.waitForEvent('page'), click()]);
    await page.waitForLoadState();
    return page;
  }

  test('a wrong token is told at its field, with what to do', async () => {
    await admin.goto(jiraPage(site, ADMIN_PAGE));
    const app = appIn(admin);
    await tabTo(admin, app.getByLabel('Jira Align site'));
    await admin.keyboard.type('https://acme.jiraalign.com/');
    await tabTo(admin, app.getByLabel('Token', { exact: true }));
    await admin.keyboard.type('user:2001|an-old-token');
    await admin.keyboard.press('Enter');
    const token = app.getByLabel('Token', { exact: true });
    await app.locator('[aria-invalid=true][name="auth.token"]').waitFor();
    expect(await isFocused(token)).toBe(true);
    const note = app.locator(`[id="${await token.getAttribute('aria-describedby')}"]`);
    expect(await note.getAttribute('role')).toBe('alert');
    expect(await note.textContent()).toMatch(/did not accept the API token.*Create a new/);
    expect((await site.admin('getConnection', {})).status).toBe('not-connected');
  });

  test('the right token says as whom Jira Align will record changes, before it is saved', async () => {
    const app = appIn(admin);
    await admin.keyboard.press('Control+A');
    await admin.keyboard.type(TOKEN);
    await tabTo(admin, app.getByRole('button', { name: 'Test connection' }));
    await admin.keyboard.press('Enter');
    await app
      .getByText('Jira Align will record changes as Jira Sync (service account)')
      .first()
      .waitFor();
    expect((await site.admin('getConnection', {})).status).toBe('not-connected');
    await admin.keyboard.press('Shift+Tab');
    await admin.keyboard.press('Enter');
    await app.getByRole('heading', { name: 'Connected to Jira Align' }).waitFor();
    expect(await app.locator('html').innerHTML()).not.toContain('sandbox-align-token');
    expect((await site.admin('getConnection', {})).status).toBe('connected');
  });

  test('a project is mapped by accepting what is suggested', async () => {
    const app = appIn(admin);
    await tabTo(admin, app.getByRole('button', { name: 'Map projects' }));
    await admin.keyboard.press('Enter');
    await tabTo(admin, app.getByRole('button', { name: 'Map project Payments' }));
    await admin.keyboard.press('Enter');
    await app.getByRole('heading', { name: 'Map Payments (PAY)' }).waitFor();
    await tabTo(admin, app.getByRole('button', { name: 'Save mapping' }));
    await admin.keyboard.press('Enter');
    await app.getByRole('button', { name: 'Edit mapping Payments' }).waitFor();
    const { saved, mapping } = await site.admin('getMapping', { projectId: '10001' });
    expect([saved, mapping?.enabled, mapping?.programName]).toEqual([true, true, 'Payments']);
  });

  test('an edit in Jira creates the item, and a link in each application leads to the other', async () => {
    issue = await context.newPage();
    await issue.goto(jiraPage(site, '/browse/PAY-2', { as: BO }));
    const panel = appIn(issue);
    await panel.getByText('Not paired yet').waitFor();
    await issue.getByRole('button', { name: 'edit summary' }).click();
    await issue.getByLabel('Summary', { exact: true }).first().fill('Checkout on one page');
    await issue.getByRole('button', { name: 'Save summary' }).click();
    const link = issue.getByRole('region', { name: 'Web links' }).getByRole('link');
    await link.waitFor();
    expect(await link.getAttribute('title')).toContain('https://acme.jiraalign.com/');
    await settled(site);
    await issue.reload();
    await panel.getByText('In step', { exact: true }).waitFor();

    item = await opened(() => link.click({ modifiers: ['Control'] }));
    expect(new URL(item.url()).origin).toBe(site.align.url);
    await item.getByRole('heading', { name: 'Checkout on one page' }).waitFor();
    const back = item.getByRole('link', { name: 'View in Jira' });
    const jiraAgain = await opened(() => back.click({ modifiers: ['Control'] }));
    expect(new URL(jiraAgain.url()).pathname).toBe('/browse/PAY-2');
    await jiraAgain.getByRole('heading', { name: 'Checkout on one page' }).waitFor();
    await jiraAgain.close();
  });

  test('an edit in Jira Align appears in the open Jira page after a poll', async () => {
    await item.getByLabel('Title').fill('Checkout on a single page');
    await item.getByRole('button', { name: 'Save' }).click();
    await item.getByRole('heading', { name: 'Checkout on a single page' }).waitFor();
    const connection = await openTab(admin, 'Connection');
    await connection.getByRole('button', { name: 'Poll now' }).click();
    await issue.getByRole('heading', { name: 'Checkout on a single page' }).waitFor();
    await settled(site);
  });

  test('the panel syncs on demand and names the latest changes', async () => {
    const panel = appIn(issue);
    await panel.getByRole('button', { name: 'Sync now' }).click();
    await panel.getByText('Synced. Both sides hold the same values.').waitFor();
    await panel.getByText('Kai Lund,').waitFor();
    await settled(site);
  });

  test('the admin page shows the pair, and its Align id leads to the item', async () => {
    const links = await openTab(admin, 'Web links');
    const row = links.getByRole('row').filter({ hasText: 'PAY-2' });
    await row.getByText('In step').waitFor();
    const itemAgain = await opened(() => row.getByRole('link', { name: /^Story \d+/ }).click());
    expect(itemAgain.url()).toContain(site.align.url);
    await itemAgain.getByRole('heading', { name: 'Checkout on a single page' }).waitFor();
    await itemAgain.close();
  });

  test('the history tells each change with its person, its old and its new value, from the keyboard', async () => {
    const history = await openTab(admin, 'History');
    const entry = history.getByRole('row').filter({ hasText: 'Kai Lund' });
    await entry.waitFor();
    await tabTo(admin, history.locator('[role=row][tabindex="0"]'));
    for (let row = 0; row < 20 && !(await isFocused(entry)); row += 1) {
      await admin.keyboard.press('ArrowDown');
      await admin.waitForTimeout(50);
    }
    await admin.keyboard.press('Enter');
    const detail = history.getByRole('region').filter({ hasText: 'Before' });
    await detail.waitFor();
    const text = (await detail.innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('Before Checkout on one page After Checkout on a single page');
    expect(text).toMatch(/Kai Lund,? in Jira Align/);
    expect(text).toMatch(/Align Connector for Jira,? in Jira/);
    await admin.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached' });
    await history.locator('[role=row]:focus').filter({ hasText: 'Kai Lund' }).waitFor();
  });

  test('a token refused later stops nothing silently: a banner leads to a new one, and work goes on', async () => {
    site.align.world.tokens.expire(SERVICE_ACCOUNT_UID);
    site.jira.world.edit(BO, 'PAY-2', { points: 13 });
    await settled(site);
    await admin.reload();
    await openTab(admin, 'Connection');
    const app = appIn(admin);
    await app.getByText('Token refused', { exact: true }).waitFor();
    await app.getByRole('heading', { name: 'Replace the token to resume syncing' }).waitFor();
    await app.getByRole('button', { name: 'Replace token' }).first().click();
    site.align.world.tokens.replace(SERVICE_ACCOUNT_UID, 'a-fresh-token');
    await app.getByLabel('Token', { exact: true }).fill('user:2001|a-fresh-token');
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByRole('heading', { name: 'Connected to Jira Align' }).waitFor();
    await settled(site);
    await polled(site);
    const [story] = site.align.world.items('story');
    expect(story?.fields.effortPoints).toBe(13);
    expect((await site.admin('listParked', {})).items).toEqual([]);
  });

  test('who is no Jira admin sees that, and gets nothing from the app', async () => {
    const page = await browser.newPage();
    const answer = await page.goto(jiraPage(site, ADMIN_PAGE, { as: BO }));
    expect(answer?.status()).toBe(403);
    await page.getByRole('heading', { name: /don't have access/ }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    const asked = await site.host.invokeResolver(
      'admin-page',
      'getConnection',
      {},
      {
        accountId: BO,
        extension: { type: 'jira:adminPage' },
      },
    );
    expect(asked).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});
