/**
 * Guarantee: what only one side can set is refused to the other with a reason: Jira's resolution date, a blocked reason
 * that is too long, a sprint that is closed. A sprint that is over counts as none, but keeps its iteration.
 */
import type { FieldContext } from '../../../src/domain/fields/codec';
import { blockedReason } from '../../../src/domain/fields/blocked-reason';
import { acceptedDate, RESOLUTION_DATE } from '../../../src/domain/fields/dates';
import { sprint } from '../../../src/domain/fields/sprint';
import { NO_PEOPLE } from '../../../src/domain/people-match';
import { ALIGN_CHOICES, issueOf, JIRA_CHOICES, SPRINTS } from '../arbitrary-sides';
import { mappingOf } from '../arbitrary-mapping';

const mapping = mappingOf('story');
const context: FieldContext = {
  mapping,
  alignType: 'story',
  references: {
    people: NO_PEOPLE,
    choices: { sprint: { jira: JIRA_CHOICES.sprint, align: ALIGN_CHOICES.sprint } },
    alignParentId: null,
    issueParentId: null,
  },
};

const codeOf = (conversion: { ok: true } | { ok: false; problem: { code: string } }) =>
  conversion.ok ? null : conversion.problem.code;

test("nothing is written into Jira's resolution date, while it may go to Jira Align", () => {
  const chosen = mappingOf('story', { jiraFields: { acceptedDate: RESOLUTION_DATE } });
  const readOnly = { ...context, mapping: chosen };
  expect(codeOf(acceptedDate.toJira('2027-01-01', null, readOnly))).toBe(
    'RESOLUTION_DATE_READ_ONLY',
  );
  expect(acceptedDate.toAlign('2027-01-01', null, readOnly)).toEqual({
    ok: true,
    value: '2027-01-01',
  });
});

test('a blocked reason of more than one line of Jira is refused, one of just that length is not', () => {
  expect(codeOf(blockedReason.toJira('x'.repeat(256), null, context))).toBe(
    'BLOCKED_REASON_TOO_LONG',
  );
  expect(blockedReason.toJira('x'.repeat(255), null, context).ok).toBe(true);
});

describe('sprints', () => {
  const held = (...ids: string[]) =>
    sprint.jira.read(
      issueOf({
        summary: 'S',
        description: null,
        status: { id: '1', name: 'To Do', category: 'new' },
        assignee: null,
        labels: [],
        parentId: null,
        fields: { [mapping.jiraFields.sprint ?? '']: SPRINTS.filter(({ id }) => ids.includes(id)) },
      }),
      mapping,
    );

  test('the active one counts, else the next, else the last that is over', () => {
    const shown = (...ids: string[]) => sprint.jira.stamp(held(...ids)).shown?.text;
    expect(shown('5', '2', '1')).toBe('Alpha');
    expect(shown('5', '2')).toBe('Beta');
    expect(shown('5')).toBe('Epsilon');
  });

  test('one that is over agrees with its iteration, by its end date, and with none', () => {
    expect(sprint.equal(held('5'), 33, context)).toBe(true);
    expect(sprint.equal(held('5'), null, context)).toBe(true);
    expect(sprint.equal(held('5'), 31, context)).toBe(false);
  });

  test('no issue is moved into one that is closed', () => {
    expect(codeOf(sprint.toJira(33, held('1'), context))).toBe('SPRINT_CLOSED');
  });

  test('two that end near one iteration are not chosen from', () => {
    expect(codeOf(sprint.toJira(32, held(), context))).toBe('SPRINT_TWICE_IN_JIRA');
  });

  test('taking an issue out of its sprint leaves it those that are over', () => {
    const emptied = sprint.toJira(null, held('5', '1'), context);
    if (!emptied.ok) throw new Error(emptied.problem.message);
    expect(sprint.jira.payload(emptied.value)).toBeNull();
    expect(sprint.jira.stamp(emptied.value).key).toBe(sprint.jira.stamp(held('5')).key);
  });
});
