/**
 * Guarantee: in a real browser, a Custom UI page with the unmodified @forge/bridge works inside a page
 * of Jira, on another origin and under the policy that Forge would give it, without one violation.
 */
import type * as ForgeBridge from '@forge/bridge';
import type { Browser, Frame, Page } from 'playwright-core';
import type { ForgeHost } from '../../sandbox/host';
import { complaintsOf, describeInBrowser, launchChromium } from '../browser/chromium';
import { startFixture } from './fixture-host';
import { buildFixtureWithPage } from './fixture-page';
import { startStub, type Stub, type StubAnswer } from './http-stub';

type AppWindow = Window & { app: typeof ForgeBridge } & Record<string, unknown>;
declare const window: AppWindow;

/** A page of Jira with two places for the app. */
const jiraPage = (hostUrl: string) => `<!doctype html><html lang="en"><head><title>Jira</title>
<link rel="stylesheet" href="${hostUrl}/theme.css"></head><body>
<div id="panel"></div><script src="${hostUrl}/embed.js"></script><script>
const common = {accountId: '712020:ana-silva', locale: 'en-US'};
window.panel = ForgeHost.mount(document.getElementById('panel'), {...common,
  moduleKey: location.pathname === '/admin' ? 'page' : 'panel',
  colorMode: new URLSearchParams(location.search).get('theme') || 'light',
  extension: location.pathname === '/admin' ? {type: 'jira:adminPage'}
    : {type: 'jira:issueContext', issue: {id: '1', key: 'PAY-1'}},
  moduleUrls: {page: '/admin'}});
</script></body></html>`;

describeInBrowser('the bridge in a browser', () => {
  let browser: Browser;
  let jira: Stub;
  let host: ForgeHost;
  let fixture: Awaited<ReturnType<typeof buildFixtureWithPage>>;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    fixture = await buildFixtureWithPage();
    jira = await startStub(({ url }): StubAnswer => {
      if (url.startsWith('/rest/')) {
        return { headers: { 'content-type': 'application/json' }, body: '{"displayName":"Ana"}' };
      }
      return { headers: { 'content-type': 'text/html' }, body: jiraPage(host.url) };
    });
    host = await startFixture({
      appDir: fixture.appDir,
      jiraUrl: jira.url,
      egress: { 'https://acme.partner.example': jira.url },
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    await jira?.stop();
    fixture?.remove();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    problems = await complaintsOf(page.context());
  });
  afterEach(() => page.close());

  /** Opens a page of Jira and waits until the app in it is ready. */
  async function open(path: string): Promise<Frame> {
    await page.goto(jira.url + path);
    return ready('#panel iframe');
  }
  async function ready(selector: string): Promise<Frame> {
    const frame = await (await page.waitForSelector(selector)).contentFrame();
    if (!frame) throw new Error(`${selector} has no frame`);
    await frame.waitForSelector('html[data-ready=true]', { state: 'attached' });
    return frame;
  }

  test('the app gets its context, calls its resolver and Jira, and breaks no policy', async () => {
    const app = await open('/browse/PAY-1');
    expect(new URL(app.url()).origin).toBe(host.uiUrl);
    const out = JSON.parse((await app.textContent('#out')) ?? '') as Record<string, unknown>;
    expect(out).toMatchObject({
      context: { moduleKey: 'panel', extension: { issue: { key: 'PAY-1' } } },
      seen: { payload: { from: 'page' }, context: { accountId: '712020:ana-silva' } },
    });
    const me = await app.evaluate(async () => {
      const response = await window.app.requestJira('/rest/api/3/myself');
      return [response.status, await response.json()] as const;
    });
    expect(me).toEqual([200, { displayName: 'Ana' }]);
    expect(problems).toEqual([]);
  });

  test('the policy is alive: inline script, inline style and a foreign host are refused', async () => {
    const app = await open('/browse/PAY-1');
    const ran = await app.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      const style = document.createElement('style');
      style.textContent = 'main { padding-left: 123px }';
      document.head.append(style);
      const fetched = await fetch('https://evil.example/').then(
        () => true,
        () => false,
      );
      const padding = getComputedStyle(document.querySelector('main') as Element).paddingLeft;
      return { injected: window.injected === true, padding, fetched };
    });
    expect(ran).toEqual({ injected: false, padding: '8px', fetched: false });
    for (const directive of ['script-src', 'style-src', 'connect-src']) {
      expect(problems).toContainEqual(
        expect.stringMatching(new RegExp(`Content Security Policy directive:? .${directive} `)),
      );
    }
  });

  test('the error of a resolver reaches the page with its text', async () => {
    const app = await open('/browse/PAY-1');
    const message = await app.evaluate(() =>
      window.app.invoke('fail', { word: 'grace' }).then(String, String),
    );
    expect(message).toContain('failed with grace');
  });

  test('the theme follows Jira, light and dark', async () => {
    const app = await open('/browse/PAY-1?theme=dark');
    const surface = () =>
      app.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await app.getAttribute('html', 'data-color-mode')).toBe('dark');
    const dark = await surface();
    await page.evaluate(() =>
      (window.panel as { setColorMode(m: string): void }).setColorMode('light'),
    );
    await app.waitForSelector('html[data-color-mode=light]', { state: 'attached' });
    expect(await surface()).toBe('rgb(255, 255, 255)');
    expect(dark).not.toBe('rgb(255, 255, 255)');
  });

  test('the frame is as high as its content', async () => {
    const app = await open('/browse/PAY-1');
    await app.evaluate(() => {
      const tall = document.createElement('div');
      tall.style.height = '777px';
      document.body.append(tall);
    });
    await page.waitForFunction(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#panel iframe');
      return frame !== null && frame.offsetHeight > 777;
    });
  });

  test('a flag appears in Jira, its action calls back, and it can be closed', async () => {
    const app = await open('/browse/PAY-1');
    await app.evaluate(() => {
      const onClick = () => (window.clicked = true);
      const actions = [{ text: 'Undo', onClick }];
      const flag = window.app.showFlag({ id: 'f', title: 'Saved', type: 'success', actions });
      window.flag = flag;
    });
    const alert = page.getByRole('alert');
    await alert.getByText('Saved').waitFor();
    await alert.getByRole('button', { name: 'Undo' }).click();
    await app.waitForFunction(() => window.clicked === true);
    await app.evaluate(() => (window.flag as { close(): Promise<void> }).close());
    await alert.waitFor({ state: 'detached' });
  });

  test('a modal shows the app with its own context and hands its payload back', async () => {
    const app = await open('/browse/PAY-1');
    await app.evaluate(() => {
      const onClose = (payload: unknown) => (window.closedWith = payload);
      return new window.app.Modal({ title: 'Details', context: { n: 7 }, onClose }).open();
    });
    const modal = await ready('dialog iframe');
    const inModal = await modal.evaluate(async () => {
      await window.app.view.onClose(async () => void window.app.events.emit('bye', 1));
      return (await window.app.view.getContext()).extension.modal as unknown;
    });
    expect(inModal).toEqual({ n: 7 });
    await app.evaluate(() => window.app.events.on('bye', (p: unknown) => (window.bye = p)));
    await modal.evaluate(() => void window.app.view.close({ answer: 42 }));
    await page.waitForSelector('dialog', { state: 'detached' });
    await app.waitForFunction(() => window.closedWith !== undefined);
    expect(await app.evaluate(() => [window.closedWith, window.bye])).toEqual([{ answer: 42 }, 1]);
  });

  test('Escape closes a modal; a view that is no modal cannot be closed', async () => {
    const app = await open('/browse/PAY-1');
    await app.evaluate(() => new window.app.Modal({ title: 'Details' }).open());
    await ready('dialog iframe');
    await page.focus('dialog');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    const refused = await app.evaluate(() => window.app.view.close().then(String, String));
    expect(refused).toContain('not closable');
  });

  test('events and realtime reach subscribers until they unsubscribe', async () => {
    const app = await open('/browse/PAY-1');
    const seen = await app.evaluate(async () => {
      const { events, realtime } = window.app;
      const got: unknown[] = [];
      const subscription = await events.on('e', (payload) => got.push(payload));
      await realtime.subscribe('c', (payload) => got.push(payload));
      await events.emit('e', { n: 1 });
      await realtime.publish('c', 'live');
      await subscription.unsubscribe();
      await events.emit('e', { n: 2 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return got;
    });
    expect(seen).toEqual([{ n: 1 }, 'live']);
  });

  test('the history of a full page is that of the browser', async () => {
    const app = await open('/admin#/links');
    const start = await app.evaluate(async () => {
      const history = await window.app.view.createHistory();
      Object.assign(window, { appHistory: history, moves: [] });
      history.listen((to: { pathname: string }) => (window.moves as string[]).push(to.pathname));
      const { pathname } = history.location;
      history.push('/audit?page=2');
      return pathname;
    });
    expect(start).toBe('/links');
    await page.waitForURL('**/admin#/audit?page=2');
    await page.goBack();
    await app.waitForFunction(() => (window.moves as string[]).length === 2);
    expect(await app.evaluate(() => window.moves)).toEqual(['/audit', '/links']);
  });

  test('the router names and opens pages of Jira and refuses scripts', async () => {
    const app = await open('/browse/PAY-1');
    const urls = await app.evaluate(async () => {
      const { router } = window.app;
      const issue = await router.getUrl({ target: 'issue', issueKey: 'PAY-2' });
      const module = await router.getUrl({ target: 'module', moduleKey: 'page' } as never);
      const script = await router.navigate('javascript:alert(1)').then(String, String);
      return [issue?.href, module?.href, script];
    });
    expect(urls.slice(0, 2)).toEqual([`${jira.url}/browse/PAY-2`, `${jira.url}/admin`]);
    expect(urls[2]).toContain('cannot navigate');
    await app.evaluate(() => void window.app.router.navigate('/browse/PAY-2'));
    await page.waitForURL('**/browse/PAY-2');
  });

  test('a link to an external site opens its stand-in, and still names the real address', async () => {
    const app = await open('/browse/PAY-1');
    const real = 'https://acme.partner.example/item?id=7#notes';
    await app.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, target: '_blank' });
      link.innerHTML = '<b>Item 7</b>';
      document.body.append(link);
    }, real);
    const opened = async (act: () => Promise<unknown>) => {
      const [popup] = await Promise.all([page.waitForEvent('popup'), act()]);
      await popup.waitForURL(/item/);
      await popup.close();
      return popup.url();
    };
    const link = app.getByRole('link', { name: 'Item 7' });
    const standIn = `${jira.url}/item?id=7#notes`;
    expect(await opened(() => link.click())).toBe(standIn);
    expect(await opened(() => link.press('Enter'))).toBe(standIn);
    expect(await opened(() => app.evaluate((url) => window.app.router.open(url), real))).toBe(
      standIn,
    );
    expect(await link.getAttribute('href')).toBe(real);
  });

  test('title, frame id, refresh and rovo are answered; what is lacking says so', async () => {
    const app = await open('/browse/PAY-1');
    await page.evaluate(() => {
      document.addEventListener('forge-host:refresh', () => (window.refreshed = true));
    });
    const answers = await app.evaluate(async () => {
      const { view, rovo, requestRemote } = window.app;
      await view.changeWindowTitle('Fixture title');
      await view.refresh();
      const remote = await requestRemote('r', { path: '/' } as never).then(String, String);
      return { rovo: await rovo.isEnabled(), remote };
    });
    expect(answers.rovo).toBe(false);
    expect(answers.remote).toContain('does not support the operation fetchRemote');
    expect(await page.title()).toBe('Fixture title');
    expect(await page.evaluate(() => window.refreshed)).toBe(true);
  });

  test('a module that cannot be shown leaves a note that says why', async () => {
    await page.goto(`${jira.url}/browse/PAY-1`);
    await ready('#panel iframe');
    await page.evaluate(() => {
      const place = document.getElementById('panel') as HTMLElement;
      const { ForgeHost } = window as unknown as {
        ForgeHost: { mount(place: HTMLElement, options: object): void };
      };
      ForgeHost.mount(place, {
        moduleKey: 'ghost',
        accountId: 'x',
        colorMode: 'light',
        locale: 'en-US',
        extension: {},
      });
    });
    await page.getByText('declares no module ghost').waitFor();
  });

  test('unmounting takes the app out and stops it', async () => {
    await open('/browse/PAY-1');
    await page.evaluate(() => (window.panel as { unmount(): void }).unmount());
    await page.waitForSelector('#panel iframe', { state: 'detached' });
  });
});
