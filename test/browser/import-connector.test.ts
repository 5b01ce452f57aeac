/**
 * Guarantee: an admin imports the configuration of Jira Align's own connector into the mapping editor with the
 * keyboard, reads what was taken over and what was not, and saves it; a failure is told where it happened and can be
 * tried again; and nothing is saved before.
 */
import type { Browser, Page } from 'playwright-core';
import { PAYMENTS, SERVICE_ACCOUNT } from '../../sandbox/set-up';
import { startSite, type Site } from '../../sandbox/site';
import { ADMIN_PAGE, appIn, jiraPage } from './app-page';
import { describeInBrowser, openWindow } from './chromium';
import { pressButton, tabTo } from './keyboard';
import { violationsInApp } from './scan';

describeInBrowser("importing Jira Align's own connector", () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    site = await startSite({
      schedules: { fiveMinute: 0, hour: 0 },
      timeScale: 20,
      quiet: true,
      withConnector: true,
    });
    await site.admin('saveConnection', SERVICE_ACCOUNT);
    ({ browser, page, complaints } = await openWindow({ height: 900 }));
    await page.goto(jiraPage(site, ADMIN_PAGE));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const app = () => appIn(page);
  const press = (name: string) => pressButton(page, name);
  const stored = () => site.admin('getMapping', { projectId: PAYMENTS });

  test('a failure is told with its remedy, and can be tried again', async () => {
    site.align.faults.next({ path: /connectors$/i }, { status: 403 });
    await app().getByRole('tab', { name: 'Projects' }).click();
    await app().getByRole('button', { name: 'Map project Payments' }).click();
    await press("Import from Jira Align's connector");
    const alert = app().getByRole('alert');
    await alert.getByText('role that may see connectors').waitFor();
    await press('Try again');
    await app().getByText('Imported as a draft').waitFor();
    expect(await alert.count()).toBe(0);
    expect((await stored()).saved).toBe(false);
  });

  test('the notes say what was taken over, what was not, and what has to be off', async () => {
    const notes = app().getByRole('status').filter({ hasText: 'Imported as a draft' });
    const said = await notes.innerText();
    expect(said).toContain('Program taken over: Payments.');
    expect(said).toMatch(/Feature: 8 pairs of status and state/);
    expect(said).toMatch(/4 pairs of priorities/);
    expect(said).toContain('Boards, teams and custom fields are not taken over');
    expect(said).toContain("Switch Jira Align's own connector off");
    expect(await app().getByLabel('Sync this project').isChecked()).toBe(false);
    await app().getByText('You have unsaved changes.').waitFor();
    expect(await violationsInApp(page)).toEqual([]);
  });

  test('a second import asks before it replaces what was changed', async () => {
    const foreign = app().getByLabel("Take over items that Jira Align's own connector keeps");
    await tabTo(page, foreign);
    await page.keyboard.press('Space');
    await app().getByText('Two connectors on one item overwrite each other').last().waitFor();
    expect(await violationsInApp(page)).toEqual([]);
    await press("Import from Jira Align's connector");
    const dialog = app().getByRole('dialog', { name: 'Replace your unsaved changes?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await foreign.isChecked()).toBe(true);
  });

  test('the draft is saved when the person says so', async () => {
    await press('Save mapping');
    await app().getByRole('button', { name: 'Edit mapping Payments' }).waitFor();
    const { saved, mapping } = await stored();
    expect(saved).toBe(true);
    expect(mapping).toMatchObject({ enabled: false, adoptForeign: true, programId: 101 });
    expect(mapping?.states.story?.toAlign).toMatchObject({ '10102': 4 });
    expect(mapping?.values.priority).toContainEqual({ jira: 'Highest', align: 'Critical' });
    expect(complaints.filter((one) => !one.includes('403'))).toEqual([]);
  });
});
