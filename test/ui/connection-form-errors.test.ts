/**
 * Guarantee: the connection form sends only what the contract takes, and says at the field what is missing; an
 * error of the server is shown at the field that the server blames, or at none.
 */
import {
  blamedField,
  checkDraft,
  toInput,
  type ConnectionDraft,
} from '../../static/src/connection/form-errors';
import { ConnectionInput } from '../../src/contract';

const GOOD: ConnectionDraft = {
  site: 'acme.jiraalign.com',
  kind: 'atlassian',
  email: 'sync@acme.example',
  token: 'a-long-token',
};

test('a complete draft has no errors and fits the contract', () => {
  expect(checkDraft(GOOD)).toEqual({});
  expect(ConnectionInput.safeParse(toInput(GOOD)).success).toBe(true);
});

test('the e-mail address goes along with an Atlassian token only', () => {
  expect(toInput({ ...GOOD, kind: 'personal' }).auth).toEqual({
    kind: 'personal',
    token: 'a-long-token',
  });
  expect(toInput(GOOD).auth).toEqual({
    kind: 'atlassian',
    email: 'sync@acme.example',
    token: 'a-long-token',
  });
});

test('an empty form names each field that is asked for, and no other', () => {
  const empty = { ...GOOD, site: '', email: '', token: '' };
  expect(checkDraft({ ...empty, kind: 'personal' })).toEqual({
    site: 'connection.site.required',
    'auth.token': 'connection.token.required',
  });
  expect(checkDraft(empty)).toEqual({
    site: 'connection.site.required',
    'auth.email': 'connection.email.required',
    'auth.token': 'connection.token.required',
  });
});

test.each([
  [{ site: '   ' }, 'site'],
  [{ token: 'short' }, 'auth.token'],
  [{ email: 'no address' }, 'auth.email'],
])('%j is an error at its field', (part, field) => {
  expect(Object.keys(checkDraft({ ...GOOD, ...part }))).toEqual([field]);
});

test('the draft is refused exactly when the contract would refuse it', () => {
  for (const site of ['', 'acme.jiraalign.com', 'x'.repeat(301)]) {
    for (const token of ['', 'short', 'long enough', 'x'.repeat(4001)]) {
      const draft: ConnectionDraft = { ...GOOD, kind: 'personal', site, token };
      const isTaken = ConnectionInput.safeParse(toInput(draft)).success;
      expect(Object.keys(checkDraft(draft)).length === 0).toBe(isTaken);
    }
  }
});

test.each([
  ['site', 'site'],
  ['auth.token', 'auth.token'],
  ['auth', undefined],
  ['types.0', undefined],
  [undefined, undefined],
])('a failure that blames %s is shown at %s', (field, shown) => {
  expect(blamedField({ field })).toBe(shown);
});
