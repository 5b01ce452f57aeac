import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { answerBridge, type BridgeOptions } from './bridge/bridge-calls';
import { serveResource } from './bridge/resources';
import { BrowserScripts } from './bridge/scripts';
import { themeCss } from './bridge/theme';
import { answerProxy, type ProxyOptions } from './proxy/proxy';

const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };
const STYLE = { 'content-type': 'text/css; charset=utf-8' };

/**
 * All addresses of the host: `/proxy` for the app's back end, `/bridge` for pages of the Jira
 * stand-in and of nobody else, `/ui` for the app's own pages, and the scripts and styles of both.
 */
export function routes(proxy: ProxyOptions, bridge: BridgeOptions): Hono {
  const { manifest, log } = bridge;
  const jiraOrigin = new URL(bridge.jiraUrl).origin;
  const scripts = new BrowserScripts(jiraOrigin, bridge.standIns);
  const app = new Hono();
  app.all('/proxy', (c) => answerProxy(proxy, c.req.raw));
  app.use('/bridge', cors({ origin: jiraOrigin, allowMethods: ['POST'] }));
  app.post('/bridge', async (c) => {
    const { status, body } = await answerBridge(bridge, await c.req.json());
    return c.json(body, status);
  });
  app.get('/embed.js', async (c) => c.body(await scripts.embed(), 200, SCRIPT));
  app.get('/bridge-frame.js', async (c) => c.body(await scripts.frame(), 200, SCRIPT));
  app.get('/theme.css', (c) => c.body(themeCss(), 200, STYLE));
  app.get('/ui/:resource/:file{.*}', (c) => {
    const { resource, file } = c.req.param();
    return serveResource(manifest, jiraOrigin, resource, file) ?? c.notFound();
  });
  app.notFound((c) => {
    log.loud(`nobody answers ${c.req.method} ${c.req.path}`);
    return c.text('Not found', 404);
  });
  app.onError((error, c) => {
    log.loud(`${c.req.method} ${c.req.path} broke the host: ${error.stack ?? error.message}`);
    return c.json({ code: 'HOST_ERROR', message: error.message }, 500);
  });
  return app;
}
