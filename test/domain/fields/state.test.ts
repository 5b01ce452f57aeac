/**
 * Guarantee: a status and a state are in step when either leads to the other, so that many statuses may share one
 * state without being moved; where the mapping says nothing, neither is moved and the admin is told what to map.
 */
import { state } from '../../../src/domain/fields/state';
import type { JiraStatus } from '../../../src/domain/issue';
import { NO_PEOPLE } from '../../../src/domain/people-match';
import { mappingOf, STATUSES } from '../arbitrary-mapping';

const references = { people: NO_PEOPLE, choices: {}, alignParentId: null, issueParentId: null };
const context = (toAlign: Record<string, number>, toJira: Record<string, string>) => ({
  mapping: mappingOf('story', { states: { story: { toAlign, toJira } } }),
  alignType: 'story' as const,
  references,
});
const statusOf = (id: string): JiraStatus => {
  const status = STATUSES.find((one) => one.id === id);
  if (status === undefined) throw new Error(`No status ${id}.`);
  return status;
};

test('two statuses of one state are both in step with it', () => {
  const mapped = context({ '2': 2, '3': 2 }, { '2': '2' });
  expect(state.equal(statusOf('2'), 2, mapped)).toBe(true);
  expect(state.equal(statusOf('3'), 2, mapped)).toBe(true);
  expect(state.equal(statusOf('4'), 2, mapped)).toBe(false);
});

test('two states of one status are both in step with it', () => {
  const mapped = context({ '2': 2 }, { '2': '2', '3': '2' });
  expect(state.equal(statusOf('2'), 3, mapped)).toBe(true);
});

test('no state is in step with no status', () => {
  expect(state.equal(statusOf('2'), null, context({ '2': 2 }, {}))).toBe(false);
});

test.each([
  ['the mapping lacks the status', context({ '1': 1 }, {})],
  ['the mapping lacks the type', { ...context({}, {}), mapping: mappingOf('feature') }],
])('a status is refused when %s', (_when, mapped) => {
  expect(state.toAlign(statusOf('3'), 1, mapped)).toMatchObject({
    problem: { code: 'STATUS_NOT_MAPPED', remedy: expect.stringContaining('"In Review"') },
  });
});

test('a state is refused by its name, by its number when the app does not know it, and when there is none', () => {
  const remedyFor = (value: number | null) => state.toJira(value, null, context({}, {}));
  const refusal = (name: string) => ({
    problem: { code: 'STATE_NOT_MAPPED', remedy: expect.stringContaining(`"${name}"`) },
  });
  expect(remedyFor(3)).toMatchObject(refusal('Dev Complete'));
  expect(remedyFor(77)).toMatchObject(refusal('State 77'));
  expect(remedyFor(null)).toMatchObject(refusal('none'));
});

test('a state that the app does not know goes across when it is mapped', () => {
  expect(state.toJira(77, null, context({}, { '77': '4' }))).toMatchObject({
    value: { id: '4', name: 'State 77' },
  });
});

test('Jira gets a status id, and history its name', () => {
  expect(state.jira.payload(statusOf('4'))).toEqual({ id: '4' });
  expect(state.jira.stamp(statusOf('4'))).toMatchObject({ key: '4', shown: { text: 'Done' } });
  expect(state.align.stamp(5, 'story')).toMatchObject({ key: '5', shown: { text: 'Accepted' } });
});
