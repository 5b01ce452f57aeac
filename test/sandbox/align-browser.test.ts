// Guarantee: in a real browser the pages keep what a person is typing while the item changes under
// them, work from the keyboard, and have no accessibility violation in light or dark.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { startAlign, type AlignStandIn } from '../../sandbox/align';
import { complaintsOf, describeInBrowser, launchChromium } from '../browser/chromium';

describeInBrowser('the Align pages in a browser', () => {
  let align: AlignStandIn;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    align = await startAlign({ jiraUrl: () => 'http://127.0.0.1:4001' });
    const context = await browser.newContext({ baseURL: align.url });
    context.setDefaultTimeout(10_000);
    complaints = await complaintsOf(context);
    page = await context.newPage();
  });
  afterEach(async () => {
    await page.context().close();
    await align.stop();
  });

  const fields = () => align.world.item('feature', 501)?.fields;

  it('save what was changed, and nothing else', async () => {
    await page.goto('/item/feature/501');
    await page.getByLabel('Title').fill('Fraud scoring');
    await page.getByLabel('State').selectOption('In Progress');
    await page.getByText('2 unsaved changes').waitFor();
    align.world.edit('feature', 501, { points: 13 }, '1201');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Fraud scoring' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'hidden' });
    expect(fields()).toMatchObject({ title: 'Fraud scoring', state: 2, points: 13 });
    const changes = align.world.auditLog('feature', 501).filter(({ uid }) => uid === '1204');
    expect(changes.map(({ label }) => label)).toEqual(['State', 'Title', null]);
    expect(complaints).toEqual([]);
  });

  it('refresh by themselves and keep the field that is being edited', async () => {
    await page.goto('/item/feature/501');
    await page.getByLabel('Title').fill('Mine');
    align.world.edit('feature', 501, { title: 'Theirs', tags: 'fresh', state: 4 }, '1201');
    await page.getByText('Meanwhile this became “Theirs”').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Mine');
    expect(await page.getByLabel('Title').evaluate((node) => node === document.activeElement)).toBe(
      true,
    );
    expect(await page.getByLabel('Tags').inputValue()).toBe('fresh');
    expect(await page.getByLabel('State').inputValue()).toBe('4');
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await page.getByLabel('Title').inputValue()).toBe('Theirs');
    expect(complaints).toEqual([]);
  });

  it('keep a description that is being written, and store it as clean HTML', async () => {
    await page.goto('/item/feature/501');
    await page.getByRole('button', { name: 'Edit description' }).click();
    const editor = page.getByRole('textbox', { name: 'Description' });
    await editor.press('Control+A');
    await editor.pressSequentially('Is 1 < 2 & true?');
    align.world.edit('feature', 501, { description: '<p>Theirs</p>' }, '1201');
    await page.getByText('Meanwhile this became “Theirs”').waitFor();
    await editor.press('End');
    await editor.press('Enter');
    await page.getByRole('button', { name: 'Bulleted list' }).click();
    await editor.pressSequentially('a point');
    await page.keyboard.press('Control+S');
    await editor.waitFor({ state: 'hidden' });
    await page.locator('[data-rich-view] li', { hasText: 'a point' }).waitFor();
    expect(fields()?.description).toBe('<p>Is 1 &lt; 2 &amp; true?</p><ul><li>a point</li></ul>');
    expect(complaints).toEqual([]);
  });

  it('say at the field what is wrong, and take the focus there', async () => {
    await page.goto('/item/feature/501');
    await page.getByLabel('Points').fill('many');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#problem-points', { hasText: 'Write a number' }).waitFor();
    const points = page.getByLabel('Points');
    expect(await points.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await points.getAttribute('aria-invalid')).toBe('true');
    expect(fields()?.points).toBe(8);
  });

  it('show new items in an open grid', async () => {
    await page.goto('/StoryGrid');
    await page.getByRole('heading', { name: 'No stories yet' }).waitFor();
    align.world.create('story', { title: 'Fresh story', programId: 101 }, '1201');
    await page.getByRole('link', { name: 'Fresh story' }).click();
    await page.getByRole('heading', { name: 'Fresh story' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('say so when the server is gone, and recover when it is back', async () => {
    await page.goto('/item/feature/501');
    const port = Number(new URL(align.url).port);
    await align.stop();
    await page.getByRole('alert').filter({ hasText: 'lost contact' }).waitFor();
    align = await startAlign({ port });
    align.world.edit('feature', 501, { title: 'After the restart' }, '1201');
    await page.getByRole('heading', { name: 'After the restart' }).waitFor();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
  });

  it('work from the keyboard: skip link, person, theme', async () => {
    await page.goto('/?theme=light');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'Skip to the content',
    );
    await page.getByRole('button', { name: 'Theme' }).press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.locator('summary').press('Enter');
    await page.getByRole('button', { name: /Ana Silva/ }).press('Enter');
    await page.locator('summary', { hasText: 'Ana Silva' }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it.each(['light', 'dark'])(
    'have no accessibility violation in %s',
    async (theme) => {
      const links = [{ name: 'View in Jira', link: 'https://acme.atlassian.net/browse/PAY-2' }];
      align.world.edit('feature', 501, { links, state: 3 }, '1204');
      for (const state of [1, 2, 5, 8]) {
        const fields = { title: `Defect in state ${state}`, programId: 101, state };
        align.world.create('defect', fields, '1201');
      }
      align.world.recycle('epic', 41, '1201');
      const paths = [
        `/?theme=${theme}`,
        '/DefectGrid',
        '/TaskGrid',
        '/item/feature/501',
        '/item/feature/501?tab=audit',
        '/item/epic/41',
        '/create/defect',
        '/nowhere',
      ];
      for (const path of paths) {
        await page.goto(path);
        if (path === '/item/feature/501') {
          await page.getByRole('button', { name: 'Edit description' }).click();
          await page.getByLabel('Points').fill('many');
          await page.getByRole('button', { name: 'Save' }).click();
          await page.locator('#problem-points', { hasText: 'Write a number' }).waitFor();
          await page.locator('summary').click();
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)]);
        expect(found).toEqual([]);
      }
    },
    60_000,
  );
});
