/**
 * Guarantee: what a side has asked not to be called with is held back until then and no longer, and nothing else is:
 * another endpoint, another method and another site go on.
 */
import fc from 'fast-check';
import {
  ALL_OF_JIRA,
  allOfAlign,
  jiraEndpoint,
  standingWait,
  withLimit,
} from '../../src/domain/standing-limits';

const NOW = Date.parse('2026-11-24T10:00:00.000Z');

test('a limit stands for its seconds, rounded up, and then no more', () => {
  const limits = withLimit({}, 'a', 30, NOW);
  expect(standingWait(limits, ['a'], NOW)).toBe(30);
  expect(standingWait(limits, ['a'], NOW + 29_001)).toBe(1);
  expect(standingWait(limits, ['a'], NOW + 30_000)).toBe(0);
  expect(standingWait(limits, ['b'], NOW)).toBe(0);
});

test('of several names the one that waits longest counts', () => {
  const limits = withLimit(withLimit({}, 'a', 30, NOW), 'b', 90, NOW);
  expect(standingWait(limits, ['a', 'b', 'c'], NOW)).toBe(90);
});

test('two limits for one name may come in any order: the later end stays', () => {
  const seconds = fc.integer({ min: 1, max: 3_600 });
  fc.assert(
    fc.property(seconds, seconds, (first, second) => {
      const limits = withLimit(withLimit({}, 'a', first, NOW), 'a', second, NOW);
      expect(standingWait(limits, ['a'], NOW)).toBe(Math.max(first, second));
    }),
  );
});

test('what is over goes when a new limit is kept, so that the record stays small', () => {
  const before = withLimit(withLimit({}, 'over', 10, NOW), 'stands', 100, NOW);
  const after = withLimit(before, 'new', 5, NOW + 10_000);
  expect(Object.keys(after).sort()).toEqual(['new', 'stands']);
});

test('an endpoint is the same for every issue and project, and another for another method', () => {
  const read = jiraEndpoint('GET', '/rest/api/3/issue/10201?fields=summary');
  expect(jiraEndpoint('GET', '/rest/api/3/issue/77')).toBe(read);
  expect(jiraEndpoint('GET', '/rest/api/3/issue/PAY-1')).toBe(read);
  expect(jiraEndpoint('PUT', '/rest/api/3/issue/10201')).not.toBe(read);
  expect(jiraEndpoint('GET', '/rest/api/3/issue/10201/transitions')).not.toBe(read);
  expect(read).not.toBe(ALL_OF_JIRA);
});

test('sites of Jira Align are held back each for itself', () => {
  expect(allOfAlign('acme.jiraalign.com')).not.toBe(allOfAlign('other.jiraalign.com'));
});
