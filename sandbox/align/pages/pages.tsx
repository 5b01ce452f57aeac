/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import type { Child } from 'hono/jsx';
import { secureHeaders } from 'hono/secure-headers';
import { isItemType, ITEM_TYPES, type ItemType, type ItemTypeInfo } from '../item-types';
import type { JsonObject } from '../json';
import { Refusal } from '../world/refusal';
import { readAssets, type Assets } from './assets';
import { CreatePage } from './create';
import { GridPage } from './grid';
import { fieldsOfForm, type FormValues } from './item-form';
import { ItemPage } from './item';
import { MessagePage } from './message';
import type { Site } from './site';
import { signIn, viewerOf } from './viewer';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5"' +
  ' fill="#10243e"/><path fill="#7fded2" d="M4 17 12 6l8 11Z"/></svg>';

/** The pages in which a person works with the site, instead of Jira Align's own. */
export function pages(site: Site): Hono {
  const app = new Hono();
  const { world } = site;
  let assets: Assets | undefined;
  const viewer = (c: Context) => viewerOf(c, world.people);
  const versionOfAll = () => `${site.run}-${world.version}`;
  const versionOf = (type: ItemType, id: number) =>
    `${site.run}-${world.item(type, id)?.version ?? 'gone'}`;

  // Pages of the Jira stand-in show the icon beside a web link, from another origin. Hence it comes
  // before the headers that keep everything else to this origin.
  app.get('/favicon.ico', (c) =>
    c.body(ICON, 200, {
      'Content-Type': 'image/svg+xml',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }),
  );
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'https:', 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });

  app.get('/assets/style.css', (c) => {
    assets ??= readAssets();
    return c.body(assets.css, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  app.get('/assets/client.js', (c) => {
    assets ??= readAssets();
    return c.body(assets.js, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  app.get('/assets/icon.svg', (c) => c.body(ICON, 200, { 'Content-Type': 'image/svg+xml' }));
  app.get('/version/all', (c) => c.text(versionOfAll()));
  app.get('/version/:type/:id', (c) => {
    const { type, id } = c.req.param();
    return isItemType(type) ? c.text(versionOf(type, Number(id))) : c.notFound();
  });

  app.post('/sign-in', async (c) => {
    const { uid = '', back = '/' } = await formOf(c);
    if (world.people.byUid(uid)) signIn(c, uid);
    return c.redirect(/^\/(?!\/)/.test(back) ? back : '/', 303);
  });

  app.get('/', (c) => grid(c, 'feature'));
  for (const info of Object.values(ITEM_TYPES)) {
    app.get(`/${info.grid}`, (c) => {
      const id = idIn(c, info);
      return id === undefined ? grid(c, info.type) : item(c, info.type, id);
    });
  }

  /** A whole document; without its doctype browsers lay it out by the rules of the nineties. */
  function html(c: Context, page: Child, status: 200 | 400 | 404 | 500 = 200) {
    return c.html(`<!doctype html>${String(page)}`, status);
  }

  function grid(c: Context, type: ItemType) {
    const { q: text = '', program = '', recycled } = c.req.query();
    const filter = { text, program, recycled: recycled !== undefined };
    return html(
      c,
      <GridPage {...{ site, type, filter }} viewer={viewer(c)} version={versionOfAll()} />,
    );
  }

  function item(c: Context, type: ItemType, id: number, refusal?: Refusal) {
    const found = world.item(type, id);
    if (!found) return nothing(c);
    const tab = c.req.query('tab') === 'audit' ? 'audit' : 'details';
    const version = versionOf(type, id);
    const problems = refusal?.problems ?? [];
    return html(
      c,
      <ItemPage {...{ site, tab, version, problems }} item={found} viewer={viewer(c)} />,
      refusal ? 400 : 200,
    );
  }

  function nothing(c: Context) {
    const text = 'There is nothing at this address. It may have been deleted for good.';
    return html(
      c,
      <MessagePage site={site} viewer={viewer(c)} title="Not found" text={text} />,
      404,
    );
  }

  app.get('/item/:type/:id', (c) => {
    const { type, id } = c.req.param();
    return isItemType(type) ? item(c, type, Number(id)) : nothing(c);
  });
  app.post('/item/:type/:id', async (c) => {
    const { type, id } = c.req.param();
    const found = isItemType(type) ? world.item(type, Number(id)) : undefined;
    if (!found) return nothing(c);
    const wantsJson = c.req.header('Accept') === 'application/json';
    try {
      const fields = fieldsOfForm(found.type, await formOf(c), found);
      world.edit(found.type, found.id, fields, viewer(c).uid);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!wantsJson) return item(c, found.type, found.id, error);
      return c.json({ problems: error.problems }, 400);
    }
    return wantsJson ? c.json({}) : c.redirect(`/item/${found.type}/${found.id}`, 303);
  });
  app.post('/item/:type/:id/:action{recycle|restore|cancel|reinstate}', (c) => {
    const { type, id, action } = c.req.param();
    const found = isItemType(type) ? world.item(type, Number(id)) : undefined;
    if (!found) return nothing(c);
    const { uid } = viewer(c);
    if (action === 'recycle') world.recycle(found.type, found.id, uid);
    else if (action === 'restore') world.restore(found.type, found.id, uid);
    else world.cancel(found.type, found.id, uid, action === 'cancel');
    return c.redirect(`/item/${found.type}/${found.id}`, 303);
  });

  app.get('/create/:type', (c) => {
    const { type } = c.req.param();
    if (!isItemType(type)) return nothing(c);
    return html(
      c,
      <CreatePage {...{ site, type }} viewer={viewer(c)} values={firstValues(type)} />,
    );
  });
  app.post('/create/:type', async (c) => {
    const { type } = c.req.param();
    if (!isItemType(type)) return nothing(c);
    const values = await formOf(c);
    try {
      const { id } = world.create(type, fieldsOfForm(type, values), viewer(c).uid);
      return c.redirect(`/item/${type}/${id}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { problems } = error;
      return html(c, <CreatePage {...{ site, type, values, problems }} viewer={viewer(c)} />, 400);
    }
  });

  app.notFound(nothing);
  app.onError((error, c) => {
    console.error('Jira Align stand-in failed:', error);
    const text = 'The stand-in itself failed; its terminal says how. Nothing was saved.';
    const title = 'Something went wrong';
    return html(c, <MessagePage {...{ site, title, text }} viewer={viewer(c)} />, 500);
  });
  return app;
}

async function formOf(c: Context): Promise<FormValues> {
  const form = await c.req.parseBody();
  const texts = Object.entries(form).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** The id in a deep link; its parameter is matched in any case. */
function idIn(c: Context, { idParameter }: ItemTypeInfo): number | undefined {
  const wanted = idParameter.toLowerCase();
  const found = Object.entries(c.req.query()).find(([name]) => name.toLowerCase() === wanted);
  return found ? Number(found[1]) : undefined;
}

function firstValues(type: ItemType): JsonObject {
  const { states, program } = ITEM_TYPES[type];
  return {
    state: Number(Object.keys(states)[0]),
    ...(type === 'defect' ? { priority: 3, severity: 3 } : {}),
    ...(program ? { [program]: 101 } : {}),
  };
}
