import { getCookie, setCookie } from 'hono/cookie';
import type { JiraContext, RestSite } from '../rest/context';
import type { Actor, Person } from '../world/model';
import { ADA } from '../world/seed';
import { findPerson } from '../world/site';

/** What pages need besides the site: where the app's modules and Align are. */
export interface PageSite extends RestSite {
  forgeHost: () => { url: string } | undefined;
  alignUrl: () => string | undefined;
}

export type ColorMode = 'light' | 'dark';

/** Who looks at a page, and how. */
export interface Session {
  person: Person;
  actor: Actor;
  colorMode: ColorMode;
  /** Path and query of the page, to come back to. */
  path: string;
}

// Cookies do not know ports: the Align stand-in on the same host sees these too.
const PERSON_COOKIE = 'jira-sandbox-person';
const THEME_COOKIE = 'jira-sandbox-theme';

/**
 * Reads who acts and the theme from cookies; `?as=` and `?theme=` change them. Nothing here is a
 * login: the sandbox lets anybody act as anybody.
 */
export function readSession(c: JiraContext, { world }: PageSite): Session {
  const asked = c.req.query('as');
  const person =
    findPerson(world.state, asked ?? getCookie(c, PERSON_COOKIE) ?? ADA) ??
    findPerson(world.state, ADA);
  if (!person) throw new Error('The site has nobody to act as');
  if (asked === person.accountId) rememberPerson(c, asked);
  const theme = c.req.query('theme');
  if (theme === 'light' || theme === 'dark') {
    setCookie(c, THEME_COOKIE, theme, { path: '/', sameSite: 'Lax' });
  }
  const colorMode = (theme ?? getCookie(c, THEME_COOKIE)) === 'dark' ? 'dark' : 'light';
  const { pathname, search } = new URL(c.req.url);
  return {
    person,
    actor: { accountId: person.accountId, viaApp: false },
    colorMode,
    path: `${pathname}${search}`,
  };
}

export function rememberPerson(c: JiraContext, accountId: string): void {
  setCookie(c, PERSON_COOKIE, accountId, { path: '/', sameSite: 'Lax' });
}
