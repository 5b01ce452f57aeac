/**
 * Guarantee: in a real browser the Jira pages work from the keyboard, renew themselves without
 * taking away what somebody is typing, keep the app's panel mounted while they do, and have no
 * accessibility violation in light or dark.
 */
import AxeBuilder from '@axe-core/playwright';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { complaintsOf, describeInBrowser, launchChromium } from '../browser/chromium';
import { ADA, BO } from './jira-client';

/** The contract of the host's embed script, with a log instead of an iframe. */
const EMBED = `window.calls = [];
window.ForgeHost = { mount(element, options) {
  element.textContent = 'Panel of ' + options.accountId;
  window.calls.push(['mount', options]);
  return { setColorMode: (mode) => window.calls.push(['mode', mode]), unmount() {} };
} };`;

describeInBrowser('the Jira pages in a browser', () => {
  let jira: JiraStandIn;
  let host: Server;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    host = createServer((request, response) => {
      const isScript = request.url === '/embed.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/css');
      response.end(isScript ? EMBED : '');
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => host.close(resolve));
  });
  beforeEach(async () => {
    const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    jira = await startJira({ forgeHost: () => ({ url }), alignUrl: () => 'http://127.0.0.1:9' });
    const context = await browser.newContext({ baseURL: jira.url });
    context.setDefaultTimeout(10_000);
    complaints = await complaintsOf(context);
    page = await context.newPage();
  });
  afterEach(async () => {
    await page.context().close();
    await jira.stop();
  });

  const isFocused = (name: string) =>
    page.getByRole('button', { name }).evaluate((node) => node === document.activeElement);

  it('edit the summary with the keyboard alone, and give the focus back', async () => {
    await page.goto('/browse/PAY-2');
    await page.getByRole('button', { name: 'edit summary' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Checkout on one page');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Checkout on one page' }).waitFor();
    expect(jira.world.view('PAY-2').summary).toBe('Checkout on one page');
    await page.getByText('changed the Summary').waitFor();
    expect(await isFocused('edit summary')).toBe(true);
    expect(await page.title()).toContain('Checkout on one page');
    expect(complaints).toEqual([]);
  });

  it('drop an edit on Escape', async () => {
    await page.goto('/browse/PAY-2');
    await page.getByRole('button', { name: 'edit Labels' }).click();
    await page.keyboard.type('other');
    await page.keyboard.press('Escape');
    expect(await isFocused('edit Labels')).toBe(true);
    expect(jira.world.view('PAY-2').labels).toEqual(['ux']);
  });

  it('renew what changed and keep what is being typed', async () => {
    await page.goto('/browse/PAY-2');
    await page.getByRole('button', { name: 'Edit description' }).click();
    const editor = page.getByRole('textbox', { name: 'Description' });
    await editor.fill('Mine, half-');
    jira.world.edit(BO, 'PAY-2', { description: 'Theirs', summary: 'Renamed', points: 13 });
    await page.getByRole('heading', { name: 'Renamed' }).waitFor();
    await page.getByText('13', { exact: true }).first().waitFor();
    expect(await editor.inputValue()).toBe('Mine, half-');
    await editor.pressSequentially('written');
    expect(await editor.inputValue()).toContain('written');
    await page.getByRole('button', { name: 'Cancel', exact: true }).first().click();
    await page.locator('.adf').getByText('Theirs').waitFor();
    expect(complaints).toEqual([]);
  });

  it('show what is wrong beside the field, and keep what was typed', async () => {
    await page.goto('/browse/PAY-2');
    await page.getByRole('button', { name: 'edit summary' }).click();
    await page.getByLabel('Summary', { exact: true }).first().fill('x');
    jira.world.screens.remove('PAY', 'summary', 'edit');
    await page.getByRole('button', { name: 'Save summary' }).click();
    await page.getByText("Field 'summary' cannot be set").waitFor();
    expect(await page.getByLabel('Summary', { exact: true }).first().inputValue()).toBe('x');
  });

  it('move an issue with the arrow keys', async () => {
    await page.goto('/browse/PAY-3');
    const status = page.getByLabel('Status: To Do. Change');
    await status.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Status: In Review. Change').waitFor();
    expect(jira.world.view('PAY-3').status).toBe('In Review');
    await page.getByLabel('Status: In Review. Change').click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu-popup:visible').count()).toBe(0);
  });

  it('create an issue in a dialog and go to it', async () => {
    await page.goto(`/jira/projects/MOB?as=${BO}`);
    await page.getByRole('link', { name: 'Create' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Create issue' });
    await dialog.getByLabel('Issue type *').selectOption('Sub-task');
    await dialog.getByLabel('Summary *').fill('Ask for consent');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('parent issue key or id not specified').waitFor();
    await dialog.getByLabel('Parent').selectOption('MOB-2');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Ask for consent' }).waitFor();
    expect(page.url()).toBe(`${jira.url}/browse/MOB-3`);
    expect(jira.world.view('MOB-3')).toMatchObject({ creator: BO, parent: 'MOB-2' });
  });

  it('say so when the issue is deleted under them', async () => {
    await page.goto('/browse/PAY-4');
    jira.world.delete(ADA, 'PAY-4');
    await page.getByRole('heading', { name: 'This issue was deleted' }).waitFor();
  });

  it('lists take in new issues by themselves', async () => {
    await page.goto('/jira/projects/PAY');
    jira.world.create(BO, { project: 'PAY', type: 'Bug', summary: 'Fresh bug' });
    await page.getByRole('link', { name: 'Fresh bug' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('mount the panel once, tell it the theme, and survive a renewal', async () => {
    await page.goto(`/browse/PAY-2?as=${BO}&theme=dark`);
    await page.getByText(`Panel of ${BO}`).waitFor();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    jira.world.edit(ADA, 'PAY-2', { summary: 'Renamed' });
    await page.getByRole('heading', { name: 'Renamed' }).waitFor();
    const calls = await page.evaluate('window.calls');
    expect(calls).toEqual([
      [
        'mount',
        {
          moduleKey: 'issue-panel',
          accountId: BO,
          locale: 'en-US',
          colorMode: 'dark',
          extension: {
            type: 'jira:issueContext',
            issue: { id: '10202', key: 'PAY-2', type: 'Story', typeId: '10001' },
            project: { id: '10001', key: 'PAY', type: 'software' },
          },
        },
      ],
      ['mode', 'light'],
    ]);
    expect(await page.getByText(`Panel of ${BO}`).count()).toBe(1);
    await page.reload();
    expect(await page.locator('html').getAttribute('data-color-mode')).toBe('light');
  });

  const OPENED: Record<string, (page: Page) => Promise<void>> = {
    '/browse/PAY-1': () => Promise.resolve(),
    '/browse/PAY-4': (opened) => opened.getByRole('button', { name: 'Edit description' }).click(),
    '/browse/PAY-2': (opened) => opened.getByRole('button', { name: 'edit Assignee' }).click(),
    '/browse/PAY-3': (opened) => opened.getByLabel('Status: To Do. Change').click(),
    '/browse/PAY-5': (opened) => opened.getByLabel(/^Acting as/).click(),
    '/jira/projects/PAY': (opened) => opened.getByRole('link', { name: 'Create' }).first().click(),
    '/jira/projects/MOB': () => Promise.resolve(),
    '/jira/projects/PAY?q=zzz': () => Promise.resolve(),
    '/': () => Promise.resolve(),
    '/jira/settings/apps/align-connector': () => Promise.resolve(),
    '/jira/projects/PAY/settings/apps/align-connector': () => Promise.resolve(),
    '/nowhere': () => Promise.resolve(),
  };

  it.each(['light', 'dark'])(
    'have no accessibility violation in %s',
    async (theme) => {
      jira.world.putLink(ADA, 'PAY-1', {
        globalId: 'g',
        object: { url: 'https://a.example', title: 'Feature', status: { resolved: true } },
      });
      jira.world.transition(BO, 'PAY-2', 'Done');
      for (const [path, open] of Object.entries(OPENED)) {
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
        await open(page);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const found = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`);
        expect(found).toEqual([]);
      }
    },
    90_000,
  );
});
