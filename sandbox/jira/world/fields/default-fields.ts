import { customField, productField } from './custom-field';
import type { FieldDefinition, FieldKindName } from './definition';

const system = (
  id: string,
  name: string,
  kind: FieldKindName,
  type: string,
  items?: string,
): FieldDefinition => ({
  id,
  name,
  kind,
  schema: { type, ...(items ? { items } : {}), system: id },
  clauseNames: [id],
});

/** Story points of Jira Software's company-managed and team-managed projects. */
const STORY_POINTS = productField(10016, 'Story point estimate', 'number', {
  type: 'number',
  custom: 'com.pyxis.greenhopper.jira:jsw-story-points',
});
const TEAM = productField(10001, 'Team', 'team', {
  type: 'any',
  custom: 'com.atlassian.teams:rm-teams-custom-field-team',
});
const SPRINT = productField(10020, 'Sprint', 'sprint', {
  type: 'array',
  items: 'json',
  custom: 'com.pyxis.greenhopper.jira:gh-sprint',
});
const FLAGGED = customField(10021, 'Flagged', 'checkboxes', ['Impediment']);
const TARGET_START = productField(10022, 'Target start', 'date', {
  type: 'date',
  custom: 'com.atlassian.jpo:jpo-custom-field-baseline-start',
});
const TARGET_END = productField(10023, 'Target end', 'date', {
  type: 'date',
  custom: 'com.atlassian.jpo:jpo-custom-field-baseline-end',
});

export const STORY_POINTS_ID = STORY_POINTS.id;
export const TEAM_ID = TEAM.id;
export const SPRINT_ID = SPRINT.id;

/** Fields that every site of the sandbox starts with. */
export const DEFAULT_FIELDS: readonly FieldDefinition[] = [
  system('summary', 'Summary', 'summary', 'string'),
  {
    ...system('issuetype', 'Issue Type', 'issuetype', 'issuetype'),
    clauseNames: ['issuetype', 'type'],
  },
  system('description', 'Description', 'document', 'string'),
  system('labels', 'Labels', 'labels', 'array', 'string'),
  system('priority', 'Priority', 'priority', 'priority'),
  system('assignee', 'Assignee', 'user', 'user'),
  system('reporter', 'Reporter', 'user', 'user'),
  system('parent', 'Parent', 'parent', 'issuelink'),
  { ...system('duedate', 'Due date', 'date', 'date'), clauseNames: ['due', 'duedate'] },
  {
    ...system('fixVersions', 'Fix versions', 'versions', 'array', 'version'),
    clauseNames: ['fixVersion'],
  },
  STORY_POINTS,
  SPRINT,
  customField(10015, 'Start date', 'date'),
  TARGET_START,
  TARGET_END,
  FLAGGED,
  TEAM,
];
