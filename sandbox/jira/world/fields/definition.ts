/** How a field's value is read, compared and shown. */
export type FieldKindName =
  | 'summary'
  | 'document'
  | 'text'
  | 'number'
  | 'date'
  | 'labels'
  | 'priority'
  | 'user'
  | 'parent'
  | 'issuetype';

/** `JsonTypeBean` of REST v3. */
export interface FieldSchema {
  type: string;
  items?: string;
  system?: string;
  custom?: string;
  customId?: number;
}

/** A field that a screen can show. */
export interface FieldDefinition {
  id: string;
  name: string;
  kind: FieldKindName;
  schema: FieldSchema;
  clauseNames: string[];
}

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

/** A custom field as an admin would add it. `number` is the number of its id, `customfield_<number>`. */
export function customField(
  number: number,
  name: string,
  kind: 'number' | 'text' | 'date',
): FieldDefinition {
  const type = { number: 'number', text: 'string', date: 'date' }[kind];
  const custom = { number: 'float', text: 'textfield', date: 'datepicker' }[kind];
  return {
    id: `customfield_${number}`,
    name,
    kind,
    schema: {
      type,
      custom: `com.atlassian.jira.plugin.system.customfieldtypes:${custom}`,
      customId: number,
    },
    clauseNames: [`cf[${number}]`, name],
  };
}

/** Story points of Jira Software's company-managed and team-managed projects. */
const STORY_POINTS: FieldDefinition = {
  ...customField(10016, 'Story point estimate', 'number'),
  schema: {
    type: 'number',
    custom: 'com.pyxis.greenhopper.jira:jsw-story-points',
    customId: 10016,
  },
};

export const STORY_POINTS_ID = STORY_POINTS.id;

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
  STORY_POINTS,
];
