/**
 * Guarantee: a pair has one web link, whoever writes it and however often; it opens the right item, and says whether
 * the work is finished.
 */
import fc from 'fast-check';
import { ALIGN_TYPES } from '../../src/domain/align-type';
import {
  hasViewInJira,
  isFinished,
  issueUrl,
  viewInJira,
  webLink,
  webLinkGlobalId,
} from '../../src/domain/web-link';
import { alignItemUrl } from '../../src/domain/align-site';
import { ALIGN_TYPE_NAMES, anyAlignType } from './arbitrary-mapping';
import { runs } from './property-runs';

const SITE = 'acme.jiraalign.com';
const anyRef = fc.record({ type: anyAlignType, id: fc.integer({ min: 1, max: 3 }) });
const anySite = fc.constantFrom(SITE, 'acme.eu.jiraalign.com');

test('two links have the same global id exactly when they lead to the same item of the same site', () => {
  fc.assert(
    fc.property(anySite, anyRef, anySite, anyRef, (site, ref, otherSite, other) => {
      const same = site === otherSite && ref.type === other.type && ref.id === other.id;
      expect(webLinkGlobalId(site, ref) === webLinkGlobalId(otherSite, other)).toBe(same);
    }),
    runs,
  );
});

test('the global id fits the 255 characters that Jira takes', () => {
  const longest = `${'a'.repeat(63)}.${'b'.repeat(63)}.jiraalign.com`;
  expect(
    webLinkGlobalId(longest, { type: 'capability', id: Number.MAX_SAFE_INTEGER }).length,
  ).toBeLessThanOrEqual(255);
});

test('the link is titled by type and number, opens the item, and carries the site’s own icon', () => {
  expect(webLink(SITE, { type: 'feature', id: 501 }, false)).toEqual({
    globalId: webLinkGlobalId(SITE, { type: 'feature', id: 501 }),
    url: alignItemUrl(SITE, { type: 'feature', id: 501 }),
    title: 'Feature 501',
    iconUrl: 'https://acme.jiraalign.com/favicon.ico',
    resolved: false,
  });
  expect(webLink(SITE, { type: 'task', id: 7 }, true)).toMatchObject({
    title: 'Task 7',
    resolved: true,
  });
});

test.each(ALIGN_TYPE_NAMES)(
  'a %s is finished in the states that count as finished, and in no other',
  (type) => {
    const { states, finished } = ALIGN_TYPES[type];
    const known = states.map(({ value }) => value);
    expect(known).toEqual(expect.arrayContaining([...finished]));
    expect(known.filter((state) => isFinished({ type, state }))).toEqual([...finished]);
    expect(isFinished({ type, state: 1 })).toBe(false);
    expect(isFinished({ type, state: 77 })).toBe(false);
    expect(isFinished({ type, state: null })).toBe(false);
  },
);

test('the way to an issue is its address in Jira', () => {
  expect(issueUrl('https://acme.atlassian.net', 'PAY-7')).toBe(
    'https://acme.atlassian.net/browse/PAY-7',
  );
});

test('an item leads to an issue when one of its links does, by whatever name', () => {
  const url = issueUrl('https://acme.atlassian.net', 'PAY-7');
  expect(hasViewInJira({ links: [viewInJira(url)] }, url)).toBe(true);
  expect(hasViewInJira({ links: [{ name: 'Another name', url }] }, url)).toBe(true);
  expect(hasViewInJira({ links: [viewInJira(`${url}0`)] }, url)).toBe(false);
  expect(hasViewInJira({ links: [] }, url)).toBe(false);
  expect(hasViewInJira({ links: null }, url)).toBe(false);
});
