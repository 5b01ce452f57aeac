import { projectOf } from '../../world/access';
import { byId, STATUSES } from '../../world/catalog';
import { jiraDate } from '../../world/dates';
import type { FieldSchema } from '../../world/fields/definition';
import type { Issue } from '../../world/model';
import { findPerson } from '../../world/site';
import type { JiraState } from '../../world/state';
import { projectReference, resolutionJson, statusJson, userJson } from './entities';
import { linkedIssueJson } from './field-values';
import { linksOfIssue } from './issue-links';

/** A field that Jira sets itself and no screen shows. */
export interface SystemField {
  id: string;
  name: string;
  schema: FieldSchema;
  clauseNames: string[];
  json(issue: Issue, state: JiraState, baseUrl: string): unknown;
}

const field = (
  id: string,
  name: string,
  type: string,
  json: SystemField['json'],
  clauseNames = [id],
): SystemField => ({ id, name, schema: { type, system: id }, clauseNames, json });

export const SYSTEM_FIELDS: readonly SystemField[] = [
  field('project', 'Project', 'project', (issue, state, baseUrl) =>
    projectReference(projectOf(state, issue), baseUrl),
  ),
  field('status', 'Status', 'status', ({ statusId }, _, baseUrl) =>
    statusJson(byId(STATUSES, statusId), baseUrl),
  ),
  field(
    'statuscategorychangedate',
    'Status Category Changed',
    'datetime',
    ({ statusCategoryChanged }) => jiraDate(statusCategoryChanged),
    ['statusCategoryChangedDate'],
  ),
  field('resolution', 'Resolution', 'resolution', ({ resolutionId }, _, baseUrl) =>
    resolutionId === null ? null : resolutionJson(resolutionId, baseUrl),
  ),
  field(
    'resolutiondate',
    'Resolved',
    'datetime',
    ({ resolved }) => (resolved === null ? null : jiraDate(resolved)),
    ['resolutiondate', 'resolved'],
  ),
  field('creator', 'Creator', 'user', ({ creatorId }, state, baseUrl) => {
    const person = findPerson(state, creatorId);
    return person ? userJson(person, baseUrl) : null;
  }),
  field('created', 'Created', 'datetime', ({ created }) => jiraDate(created), [
    'created',
    'createdDate',
  ]),
  field('updated', 'Updated', 'datetime', ({ updated }) => jiraDate(updated), [
    'updated',
    'updatedDate',
  ]),
  {
    ...field('subtasks', 'Sub-tasks', 'array', (issue, { issues }, baseUrl) =>
      issues
        .filter(({ values }) => values.parent === issue.id && values.issuetype === '10003')
        .map((subtask) => linkedIssueJson(subtask, baseUrl)),
    ),
    schema: { type: 'array', items: 'issuelinks', system: 'subtasks' },
  },
  {
    ...field(
      'issuelinks',
      'Linked Issues',
      'array',
      (issue, state, baseUrl) => linksOfIssue(issue, state, baseUrl),
      [],
    ),
    schema: { type: 'array', items: 'issuelinks', system: 'issuelinks' },
  },
];
