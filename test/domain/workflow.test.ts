/**
 * Guarantee: what Jira offers for an issue is remembered for the next, is trusted for a day, and what it said last
 * counts. That nothing new was found out forgets nothing.
 */
import {
  isKnown,
  learn,
  namesWithoutIssue,
  noIssueIn,
  UNKNOWN_WORKFLOW,
} from '../../src/domain/workflow';

const TO_DO = { id: '1', name: 'To Do', category: 'new' } as const;
const DOING = { id: '2', name: 'Doing', category: 'indeterminate' } as const;
const DONE = { id: '3', name: 'Done', category: 'done' } as const;
const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();

const first = learn(UNKNOWN_WORKFLOW, TO_DO, [DONE, DOING, DONE, TO_DO], at(0));

test('the ways out of a status are kept once each, without the one to itself', () => {
  expect(first.ways).toEqual({ '1': { to: ['2', '3'], at: at(0) } });
  expect(first.statuses).toEqual({
    '1': { name: 'To Do', category: 'new' },
    '2': { name: 'Doing', category: 'indeterminate' },
    '3': { name: 'Done', category: 'done' },
  });
});

test('they are trusted for a day', () => {
  expect(isKnown(first, '1', at(23))).toBe(true);
  expect(isKnown(first, '1', at(24))).toBe(false);
  expect(isKnown(first, '2', at(0))).toBe(false);
});

test('the same once more is no news, until half the day has passed', () => {
  expect(learn(first, TO_DO, [DOING, DONE], at(11))).toBe(first);
  expect(learn(first, TO_DO, [DOING, DONE], at(12)).ways['1']?.at).toBe(at(12));
});

test('what is offered last counts, also when it is less or goes by another name', () => {
  expect(learn(first, TO_DO, [DOING], at(1)).ways['1']?.to).toEqual(['2']);
  const renamed = { ...DOING, name: 'In the works' };
  expect(learn(first, TO_DO, [renamed, DONE], at(1)).statuses['2']?.name).toBe('In the works');
});

test('a status without an issue is asked for again after hours, and keeps what was known until one is found', () => {
  const none = noIssueIn(noIssueIn(first, '1', at(30)), '2', at(30));
  expect(none.ways).toEqual({
    '1': { to: ['2', '3'], at: at(30), noIssue: true },
    '2': { to: [], at: at(30), noIssue: true },
  });
  expect(isKnown(none, '2', at(35))).toBe(true);
  expect(isKnown(none, '2', at(36))).toBe(false);
  expect(namesWithoutIssue(none)).toEqual(['Doing']);
  const found = learn(none, DOING, [DONE], at(31));
  expect(found.ways['2']).toEqual({ to: ['3'], at: at(31) });
  expect(learn(none, TO_DO, [DOING, DONE], at(31)).ways['1']?.noIssue).toBeUndefined();
});
