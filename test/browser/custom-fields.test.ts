/**
 * Guarantee: with the keyboard alone an admin pairs two custom fields and two of their options, is told what cannot be
 * paired, and saves; an edit in Jira then appears in Jira Align. Nothing that axe finds is wrong with the part, in
 * either theme, and it fits into a window of 800 pixels.
 */
import type { Browser, Page } from 'playwright-core';
import { BO } from '../../sandbox/jira/world/seed';
import { customField } from '../../sandbox/jira/world/fields/custom-field';
import { setUp } from '../../sandbox/set-up';
import { polled, settled } from '../../sandbox/settled';
import { startSite, type Site } from '../../sandbox/site';
import { ADMIN_PAGE, appIn, isTooWide, jiraPage, openTab } from './app-page';
import { describeInBrowser, openWindow } from './chromium';
import { isFocused, pressButton, tabTo } from './keyboard';
import { violationsInApp } from './scan';

const REGULATED = 'customfield_31002';

describeInBrowser('the custom fields of a mapping', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    site = await startSite({ schedules: { fiveMinute: 0, hour: 0 }, timeScale: 60, quiet: true });
    site.jira.world.addField(customField(31001, 'Sponsor', 'text'));
    site.jira.world.addField(customField(31002, 'Regulated', 'select', ['Ja', 'Nein']));
    await setUp(site);
    await settled(site);
    ({ browser, page, complaints } = await openWindow({ height: 900 }));
    await page.goto(jiraPage(site, ADMIN_PAGE));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  afterEach(() => expect(complaints).toEqual([]));

  const part = () =>
    appIn(page)
      .locator('section')
      .filter({ has: appIn(page).getByRole('heading', { name: 'Custom fields', exact: true }) });
  const box = (name: string) => part().getByRole('combobox', { name, exact: true });
  const press = (name: string) => pressButton(page, name);
  const choose = async (name: string, typed: string, option: string) => {
    await tabTo(page, box(name));
    await page.keyboard.type(typed);
    await appIn(page).getByRole('option', { name: option, exact: true }).waitFor();
    await page.keyboard.press('Enter');
  };

  /** For a short list, in which nothing can be typed. */
  const pick = async (name: string, option: string) => {
    await tabTo(page, box(name));
    await page.keyboard.press('ArrowDown');
    const offered = appIn(page).getByRole('option');
    await offered.first().waitFor();
    const at = (await offered.allInnerTexts()).indexOf(option);
    await page.keyboard.press('Home');
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };

  test('are none at first, which is said in words', async () => {
    await (
      await openTab(page, 'Projects')
    )
      .getByRole('button', { name: 'Edit mapping Payments' })
      .click();
    await part().getByText('No custom fields are paired yet.').waitFor();
    await press('Add pairing');
    await part().getByText('Choose a field on both sides first.').waitFor();
    expect(await violationsInApp(page)).toEqual([]);
  });

  test('are offered by their kind only', async () => {
    await choose('Jira field', 'Regul', 'Regulated (Single choice)');
    await tabTo(page, box('Jira Align field'));
    await page.keyboard.press('ArrowDown');
    const offered = appIn(page).getByRole('option');
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual(['Regulatory (Single choice)']);
    expect(await violationsInApp(page)).toEqual([]);
    await page.keyboard.press('Enter');
  });

  test('are paired, with two options that are named differently', async () => {
    await press('Add pairing');
    await part()
      .getByRole('row', { name: /Regulated.*Regulatory/ })
      .waitFor();
    await tabTo(page, part().locator('summary'));
    await page.keyboard.press('Enter');
    await press('Add a pair');
    await pick('Regulated: Jira value 1', 'Ja');
    await pick('Regulated: Jira Align value 1', 'Yes');
    await pick('When both sides changed Regulated', 'Ask a person');
    expect(await violationsInApp(page)).toEqual([]);
  });

  test('fit into a window of 800 pixels', async () => {
    await page.setViewportSize({ width: 800, height: 900 });
    expect(await isTooWide(page)).toBe(false);
    expect(await violationsInApp(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('are taken apart again, and the focus stays in the part', async () => {
    await choose('Jira field', 'Spon', 'Sponsor (Text)');
    await choose('Jira Align field', 'Bus', 'Business sponsor (Text)');
    await press('Add pairing');
    await part()
      .getByRole('row', { name: /Sponsor.*Business sponsor/ })
      .waitFor();
    await press('Remove the pairing of Sponsor');
    await part()
      .getByRole('row', { name: /Sponsor/ })
      .waitFor({ state: 'detached' });
    expect(await isFocused(box('Jira field'))).toBe(true);
  });

  test('are saved, and an edit in Jira appears in Jira Align', async () => {
    await press('Save mapping');
    await appIn(page).getByRole('button', { name: 'Edit mapping Payments' }).waitFor();
    const { mapping } = await site.admin('getMapping', { projectId: '10001' });
    expect(mapping?.customFields).toMatchObject([
      {
        name: 'Regulated',
        jiraField: REGULATED,
        kind: 'choice',
        direction: 'both',
        policy: 'ask',
        values: [{ jira: 'Ja', align: 'Yes' }],
      },
    ]);
    site.jira.world.edit(BO, 'PAY-2', { fields: { [REGULATED]: { value: 'Ja' } } });
    await polled(site);
    const { items } = await site.admin('listLinks', { q: 'PAY-2' });
    const { alignId, alignType } = items.find(({ issueKey }) => issueKey === 'PAY-2') ?? {};
    await page.goto(new URL(`/item/${alignType}/${alignId}`, site.align.url).href);
    const regulatory = page.getByLabel('Regulatory');
    await regulatory.waitFor();
    expect(await regulatory.inputValue()).toBe('Yes');
  });
});
