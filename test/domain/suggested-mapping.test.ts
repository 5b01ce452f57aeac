/**
 * Guarantee: what the app suggests for a project can be saved as it is, leaves no status and no state of work in
 * progress out where the workflow has one for it, and never maps unfinished work to a finished state.
 */
import fc from 'fast-check';
import type { StatusOption } from '../../src/contract/mapping';
import { ALIGN_TYPES } from '../../src/domain/align-type';
import { suggestAlignType, suggestStates } from '../../src/domain/suggest-mapping';
import { validateMapping } from '../../src/domain/validate-mapping';
import { anyAlignType, mappingOf, STATUSES } from './arbitrary-mapping';
import { runs } from './property-runs';

const anyStatuses: fc.Arbitrary<StatusOption[]> = fc.uniqueArray(
  fc.record({
    id: fc.nat(50).map(String),
    name: fc.oneof(
      fc.constantFrom(
        ...['To Do', 'Backlog', 'In Progress', 'In Review', 'Ready for QA', 'Merged', 'Done'],
        ...['Accepted', 'Closed', 'Fixed', 'Verified', 'Rejected', ' accepted ', 'Zu erledigen'],
        ...['In Arbeit', '完了', 'Active', 'Pending Test', 'Not A Bug', 'Undone', ''],
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    category: fc.constantFrom<StatusOption['category']>(
      'new',
      'indeterminate',
      'done',
      'undefined',
    ),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);

test('the suggestion only names states of the type and statuses of the workflow', () => {
  fc.assert(
    fc.property(anyAlignType, anyStatuses, (type, statuses) => {
      const { toAlign, toJira } = suggestStates(type, statuses);
      const ids = statuses.map(({ id }) => id);
      const states = ALIGN_TYPES[type].states.map(({ value }) => value);
      for (const [status, state] of Object.entries(toAlign)) {
        expect(ids).toContain(status);
        expect(states).toContain(state);
      }
      for (const [state, status] of Object.entries(toJira)) {
        expect(states.map(String)).toContain(state);
        expect(ids).toContain(status);
      }
    }),
    runs,
  );
});

test('every status whose category Jira knows gets a state', () => {
  fc.assert(
    fc.property(anyAlignType, anyStatuses, (type, statuses) => {
      const { toAlign } = suggestStates(type, statuses);
      for (const { id, category } of statuses) {
        if (category !== 'undefined') expect(toAlign).toHaveProperty(id);
      }
    }),
    runs,
  );
});

test('every state gets a status, when the workflow has a status of its kind', () => {
  fc.assert(
    fc.property(anyAlignType, (type) => {
      const { toJira } = suggestStates(type, STATUSES);
      for (const { value } of ALIGN_TYPES[type].states)
        expect(toJira).toHaveProperty(String(value));
    }),
  );
});

test('work that has not begun is mapped to no state of finished work, unless its name says so exactly', () => {
  fc.assert(
    fc.property(anyAlignType, anyStatuses, (type, statuses) => {
      const { states, finished } = ALIGN_TYPES[type];
      const { toAlign } = suggestStates(type, statuses);
      for (const { id, name, category } of statuses) {
        const named = states.some((s) => s.name.toLowerCase() === name.trim().toLowerCase());
        if (category === 'new' && !named) expect(finished).not.toContain(toAlign[id]);
      }
    }),
    runs,
  );
});

test('a state that a status leads to leads back to a status of that state', () => {
  fc.assert(
    fc.property(anyAlignType, anyStatuses, (type, statuses) => {
      const { toAlign, toJira } = suggestStates(type, statuses);
      for (const state of new Set(Object.values(toAlign))) {
        expect(toAlign[toJira[String(state)] ?? '']).toBe(state);
      }
    }),
    runs,
  );
});

test('a suggested mapping is valid', () => {
  fc.assert(
    fc.property(anyAlignType, anyStatuses, (type, statuses) => {
      const whole = mappingOf(type, { states: { [type]: suggestStates(type, statuses) } });
      expect(() => validateMapping(whole)).not.toThrow();
    }),
    runs,
  );
});

test("a usual workflow is mapped as an admin would: by the name's words, else by the category", () => {
  const named = (name: string, category: StatusOption['category']) => ({
    id: name,
    name,
    category,
  });
  const workflow = [
    named('To Do', 'new'),
    named('In Progress', 'indeterminate'),
    named('In Review', 'indeterminate'),
    named('Ready for QA', 'indeterminate'),
    named('Done', 'done'),
  ];
  expect(suggestStates('story', workflow).toAlign).toEqual({
    'To Do': 1,
    'In Progress': 2,
    'In Review': 3,
    'Ready for QA': 4,
    Done: 5,
  });
  expect(suggestStates('epic', workflow).toAlign).toEqual({
    'To Do': 1,
    'In Progress': 2,
    'In Review': 2,
    'Ready for QA': 2,
    Done: 3,
  });
});

test.each([
  ['Epic', false, 'feature'],
  ['Story', false, 'story'],
  [' user story ', false, 'story'],
  ['BUG', false, 'defect'],
  ['Sub-task', true, 'task'],
  ['Unteraufgabe', true, 'task'],
  ['Bug', true, 'task'],
  ['Initiative', false, null],
  ['constructor', false, null],
])('the issue type %j (sub-task: %j) is suggested as %j', (name, subtask, type) => {
  expect(suggestAlignType({ name, subtask })).toBe(type);
});
