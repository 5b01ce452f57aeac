/**
 * Guarantee: a new mapping keeps in step what needs no decision, names the Jira fields that most sites use, and leaves
 * off what has no Jira field or plans the work of others.
 */
import { SystemField } from '../../src/contract/common';
import { suggestFields } from '../../src/domain/suggest-fields';

const onIn = ({ fields }: ReturnType<typeof suggestFields>) =>
  SystemField.options.filter((field) => fields[field].direction !== 'off');

const ALWAYS: SystemField[] = [
  'title',
  'description',
  'state',
  'owner',
  'labels',
  'points',
  'parent',
  'reporter',
  'priority',
  'dueDate',
];

test('a site without any of the fields begins with what every site has', () => {
  const suggested = suggestFields([]);
  expect(onIn(suggested)).toEqual(ALWAYS);
  expect(suggested.jiraFields).toEqual({});
  expect(suggested.fields.reporter.direction).toBe('to-align');
});

test('fields are found by what they hold and by their name, and planning fields stay off', () => {
  const suggested = suggestFields([
    { id: 'customfield_1', name: 'Team size', kind: 'number' },
    { id: 'customfield_2', name: 'Story Points', kind: 'number' },
    { id: 'customfield_3', name: 'Start date', kind: 'text' },
    { id: 'customfield_4', name: 'Start date', kind: 'date' },
    { id: 'customfield_5', name: 'Sprint', kind: 'sprint' },
    { id: 'customfield_6', name: 'Team', kind: 'team' },
    { id: 'customfield_7', name: 'Flagged', kind: 'flag' },
    { id: 'customfield_8', name: 'Reviewed', kind: 'flag' },
    { id: 'resolutiondate', name: 'Accepted date', kind: 'resolved' },
  ]);
  expect(suggested.jiraFields).toEqual({
    points: 'customfield_2',
    startDate: 'customfield_4',
    sprint: 'customfield_5',
    team: 'customfield_6',
    blocked: 'customfield_7',
  });
  expect(onIn(suggested)).toEqual(
    SystemField.options.filter((field) => [...ALWAYS, 'startDate', 'blocked'].includes(field)),
  );
});
