/**
 * Guarantee: labels and tags are sets that survive the other side's spelling, and points mean the same number on both
 * sides; a value that the other side has no place for is refused, not bent.
 */
import fc from 'fast-check';
import { labels } from '../../../src/domain/fields/labels';
import { points } from '../../../src/domain/fields/points';
import type { AlignItem } from '../../../src/domain/align-item';
import type { JiraIssue } from '../../../src/domain/issue';
import { NO_PEOPLE } from '../../../src/domain/people-match';
import { mappingOf } from '../arbitrary-mapping';

const references = { people: NO_PEOPLE, choices: {}, alignParentId: null, issueParentId: null };
const context = (alignType: 'story' | 'feature') => ({
  mapping: mappingOf(alignType),
  alignType,
  references,
});
const story = context('story');
const tagsOf = (tags: string[]) => labels.align.read({ tags } as unknown as AlignItem);
const labelsOf = (words: string[]) =>
  labels.jira.read({ labels: words } as unknown as JiraIssue, mappingOf('story'));
const word = fc.stringMatching(/^[a-zäשё🚀_-]{1,8}$/u);

describe('labels', () => {
  test('neither order nor repeats count', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const shuffled = [...words].reverse().concat(words);
        expect(labels.jira.stamp(labelsOf(shuffled)).key).toBe(
          labels.jira.stamp(labelsOf(words)).key,
        );
        expect(labels.equal(labelsOf(shuffled), tagsOf(words), story)).toBe(true);
      }),
    );
  });

  test('two sets of words are one only when they hold the same words', () => {
    expect(labels.jira.stamp(['a b']).key).not.toBe(labels.jira.stamp(['a', 'b']).key);
    expect(labels.jira.stamp(['a,b']).key).not.toBe(labels.jira.stamp(['a', 'b']).key);
    expect(labels.jira.stamp(['a"', 'b']).key).not.toBe(labels.jira.stamp(['a', '"b']).key);
  });

  test('a tag with white space becomes a label with underscores', () => {
    const tags = tagsOf([' big  screen ', 'web']);
    expect(labels.toJira(tags, [], story)).toEqual({ ok: true, value: ['big_screen', 'web'] });
  });

  test('a tag keeps its spelling when Jira only adds another label', () => {
    const converted = labels.toAlign(['big_screen', 'new'], ['big screen', 'web'], story);
    expect(converted).toEqual({ ok: true, value: ['big screen', 'new'] });
  });

  test('words go to Align and back without a change', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.array(word), (words, current) => {
        const there = labels.toAlign(labelsOf(words), tagsOf(current), story);
        if (!there.ok) throw new Error(there.problem.message);
        expect(labels.toJira(there.value, [], story)).toEqual({ ok: true, value: labelsOf(words) });
      }),
    );
  });

  test('empty tags are not there', () => {
    expect(tagsOf(['', ' ', '\u00a0'])).toEqual([]);
  });

  test('a label with a comma is refused by name', () => {
    expect(labels.toAlign(['ok', 'a,b'], [], story)).toMatchObject({
      problem: { code: 'LABEL_WITH_COMMA', message: expect.stringContaining('"a,b"') },
    });
  });

  test('a tag that is too long for a label is refused, one of 255 characters is not', () => {
    expect(labels.toJira(['x'.repeat(255)], [], story).ok).toBe(true);
    expect(labels.toJira(['x'.repeat(256)], [], story)).toMatchObject({
      problem: { code: 'LABEL_TOO_LONG' },
    });
  });
});

describe('points', () => {
  test('nothing and 0 are in step, and so is every number with itself only', () => {
    expect(points.equal(null, 0, story)).toBe(true);
    expect(points.equal(0, null, story)).toBe(true);
    expect(points.equal(null, null, story)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (a, b) => {
        expect(points.equal(a, b, story)).toBe(a === b);
        expect(points.equal(a, null, story)).toBe(false);
      }),
    );
  });

  test('a fraction is refused for a feature and taken for a story', () => {
    expect(points.toAlign(2.5, null, context('feature'))).toMatchObject({
      problem: { code: 'POINTS_NOT_WHOLE', message: expect.stringContaining('2.5') },
    });
    expect(points.toAlign(2.5, null, story)).toEqual({ ok: true, value: 2.5 });
    expect(points.toAlign(null, 3, context('feature'))).toEqual({ ok: true, value: null });
    expect(points.toAlign(-0, 3, context('feature')).ok).toBe(true);
  });

  test('are written to, and found in the changelog under, the field that the mapping names', () => {
    const mapping = mappingOf('story', { jiraFields: { points: 'customfield_7' } });
    expect(points.jira.fieldId(mapping)).toBe('customfield_7');
    expect(points.jira.changeIds(mapping)).toEqual(['customfield_7']);
    const none = mappingOf('story', { jiraFields: {} });
    expect(points.jira.fieldId(none)).toBeNull();
    expect(points.jira.changeIds(none)).toEqual([]);
  });
});
