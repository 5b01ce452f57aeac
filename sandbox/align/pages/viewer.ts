import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { People } from '../world/people';
import type { Viewer } from './site';

const USER_COOKIE = 'align-user';
const THEME_COOKIE = 'align-theme';
const FIRST_PERSON = '1204';

/**
 * Who looks: the person of the cookie, or Kai Lund. The sandbox asks for no password. A theme in
 * the address is remembered.
 */
export function viewerOf(c: Context, people: People): Viewer {
  const asked = c.req.query('theme') ?? getCookie(c, THEME_COOKIE);
  const theme = asked === 'dark' || asked === 'light' ? asked : undefined;
  if (theme && c.req.query('theme')) setCookie(c, THEME_COOKIE, theme, { path: '/' });
  const uid = getCookie(c, USER_COOKIE) ?? FIRST_PERSON;
  const known = people.byUid(uid) ?? people.all()[0];
  const url = new URL(c.req.url);
  url.searchParams.delete('theme');
  return {
    uid: known?.uid ?? FIRST_PERSON,
    theme,
    here: url.pathname + url.search,
  };
}

/** From now on the browser acts as this person. */
export function signIn(c: Context, uid: string): void {
  setCookie(c, USER_COOKIE, uid, { path: '/', sameSite: 'Lax' });
}
