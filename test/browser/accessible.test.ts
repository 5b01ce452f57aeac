/**
 * Guarantee: every page of the app, in every state that a person meets, has no violation that axe can
 * find of WCAG 2.0, 2.1 and 2.2, levels A and AA, in light and dark; and none breaks Forge's policy.
 */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { ANA } from '../../sandbox/jira/world/seed';
import { ADMIN_PAGE, ADMIN_TABS, appIn, jiraPage, openTab, projectPage } from './app-page';
import { describeInBrowser, openWindow } from './chromium';
import { DemoDays } from './demo-days';
import { playDemoWeek } from './demo-week';
import { violationsInApp, violationsInPage } from './scan';

const SERVICE_ACCOUNT_UID = '2001';

describeInBrowser('the pages of the app', () => {
  let days: DemoDays;
  let browser: Browser;
  let page: Page;
  let app: FrameLocator;
  let complaints: string[];

  beforeAll(async () => {
    days = await DemoDays.begin('mon 08:40');
    ({ browser, page, complaints } = await openWindow({ height: 720 }));
    app = appIn(page);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await days?.stop();
  });
  afterEach(() => expect(complaints).toEqual([]));

  const open = (path: string, as?: string) =>
    page.goto(jiraPage(days.site, path, as === undefined ? {} : { as }));
  const scan = async () => expect(await violationsInApp(page)).toEqual([]);

  describe('of a site that is not connected yet', () => {
    test('the form', async () => {
      await open(ADMIN_PAGE);
      await app.getByLabel('Token', { exact: true }).waitFor();
      await scan();
    });

    test('the form with errors at every field', async () => {
      await app.getByLabel('Atlassian API token').check();
      await app.getByRole('button', { name: 'Save' }).click();
      await app.getByText('Enter the e-mail address').waitFor();
      expect(await app.locator('[aria-invalid=true]').count()).toBe(3);
      await scan();
    });

    test('the form with the result of a test', async () => {
      await app.getByLabel('Jira Align site').fill('acme.jiraalign.com');
      await app.getByLabel('E-mail address').fill('jira-sync@acme.example');
      await app.getByLabel('Token', { exact: true }).fill('sandbox-atlassian-token');
      await app.getByRole('button', { name: 'Test connection' }).click();
      await app.getByText('Jira Align will record changes as').first().waitFor();
      await scan();
    });

    test.each(ADMIN_TABS.slice(1))('the tab %s without anything in it', async (name) => {
      const panel = await openTab(page, name);
      await panel.locator('h2, table').first().waitFor();
      await scan();
    });

    test('the project page, and the panel of an issue that is not synced', async () => {
      await open(projectPage('PAY'), ANA);
      await app.getByText('Jira is not connected to Jira Align').waitFor();
      await scan();
      await open('/browse/PAY-3', ANA);
      await app.getByText('Not synced', { exact: true }).waitFor();
      await scan();
    });
  });

  describe('of a site at work', () => {
    beforeAll(() => playDemoWeek(days), 60_000);

    test('the connection, and the question before it is removed', async () => {
      await open(ADMIN_PAGE);
      await app.getByRole('button', { name: 'Disconnect' }).click();
      await app.getByRole('dialog').waitFor();
      await scan();
      await page.keyboard.press('Escape');
      await app.getByRole('dialog').waitFor({ state: 'detached' });
      await scan();
    });

    test('the projects, and the mapping editor with what is wrong in it', async () => {
      const projects = await openTab(page, 'Projects');
      const edit = projects.getByRole('button', { name: 'Edit mapping Payments' });
      await edit.waitFor();
      await scan();
      await edit.click();
      const subtask = app.getByRole('combobox', { name: 'Sub-task becomes' });
      await subtask.focus();
      await page.keyboard.press('ArrowDown');
      await app.getByRole('option', { name: 'Defect' }).click();
      await app.getByText('Sub-task is a sub-task.').waitFor();
      await app.getByRole('combobox', { name: 'Direction of Title' }).focus();
      await page.keyboard.press('ArrowDown');
      await app.getByRole('option').first().waitFor();
      await scan();
      await page.keyboard.press('Escape');
      await app.getByRole('button', { name: 'Cancel' }).click();
      await app.getByRole('dialog').waitFor();
      await app.getByRole('button', { name: 'Leave' }).click();
      await edit.waitFor();
    });

    test('the web links, with the menu of a row open', async () => {
      const links = await openTab(page, 'Web links');
      await links.getByRole('button', { name: 'Actions for PAY-4' }).click();
      await app.getByRole('menuitem', { name: 'Sync again' }).waitFor();
      await scan();
      await page.keyboard.press('Escape');
      await links.getByLabel('Search web links').fill('nothing is called this');
      await app.getByText('No pair matches').waitFor();
      await scan();
    });

    test('the history, with a conflict opened', async () => {
      const history = await openTab(page, 'History');
      const conflict = history.getByRole('row').filter({ hasText: /Ana Silva.*PAY-8/ });
      await conflict.first().click();
      await history.getByText('Overruled', { exact: true }).waitFor();
      await scan();
    });

    test('the parked work', async () => {
      const parked = await openTab(page, 'Parked');
      await parked.getByRole('button', { name: 'Retry all of this reason' }).waitFor();
      await scan();
    });

    test('the pages around them, with the app in each', async () => {
      for (const path of [ADMIN_PAGE, projectPage('PAY'), '/browse/PAY-8']) {
        await open(path);
        await app.getByRole('heading').first().waitFor();
        expect(await violationsInPage(page)).toEqual([]);
      }
    });

    test.each(['Mapping', 'Web links', 'History'])('the project page, tab %s', async (name) => {
      if (name === 'Mapping') await open(projectPage('PAY'), ANA);
      const panel = await openTab(page, name);
      if (name === 'Web links') await panel.getByLabel('Search web links').fill('PAY-8');
      await panel
        .getByText(/Syncing|1 pair|\d entries/)
        .first()
        .waitFor();
      await scan();
    });

    test('the panel of an issue in step, and of one that needs attention', async () => {
      await open('/browse/PAY-2', ANA);
      await app.getByText('In step', { exact: true }).waitFor();
      await scan();
      await open('/browse/PAY-15', ANA);
      await app.getByText('Jira Align does not allow').first().waitFor();
      await scan();
    });

    test('a refused token, and a page that cannot be loaded without one', async () => {
      days.site.align.world.tokens.expire(SERVICE_ACCOUNT_UID);
      days.site.jira.world.edit(ANA, 'PAY-3', { points: 5 });
      await days.site.host.idle({ includeDelayed: true });
      await open(ADMIN_PAGE);
      await app.getByText('Replace the token to resume syncing').waitFor();
      await scan();
      const projects = await openTab(page, 'Projects');
      await projects.getByRole('button', { name: 'Edit mapping Payments' }).click();
      await app.getByRole('alert').waitFor();
      await scan();
    });
  });
});
