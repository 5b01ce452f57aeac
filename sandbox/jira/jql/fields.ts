import { documentText } from '../adf/to-text';
import type { AdfDocument } from '../adf/document';
import { byId, RESOLUTIONS, ISSUE_TYPES, PRIORITIES, STATUSES } from '../world/catalog';
import type { Issue } from '../world/model';
import type { JiraState } from '../world/state';
import { customSearchField } from './custom-fields';

/** How a field takes part in a query. */
export interface SearchField {
  type: 'name' | 'date' | 'number' | 'words' | 'key';
  /** What the issue holds: any of these equals the operand. Empty means EMPTY. */
  values(issue: Issue, state: JiraState): (string | number)[];
  /** Values that exist at all; naming another is an error. Absent means anything goes. */
  known?(state: JiraState): string[];
  /** What ORDER BY compares, when it is not the first value. */
  order?(issue: Issue, state: JiraState): string | number;
}

const optional = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
const text = (value: unknown) => String(value);

const person = (accountId: unknown, state: JiraState): string[] => {
  const found = state.people.find((other) => other.accountId === accountId);
  return found ? [found.accountId, found.displayName] : [];
};

const CATEGORIES = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' };

const named = (catalog: readonly { id: string; name: string }[]) =>
  catalog.flatMap(({ id, name }) => [id, name]);

const keyNumber = (key: string) => {
  const [prefix = '', number = '0'] = key.split('-');
  return `${prefix}-${number.padStart(9, '0')}`;
};

const KEY: SearchField = {
  type: 'key',
  values: ({ key, id }) => [key, id],
  known: ({ issues }) => issues.flatMap(({ key, id }) => [key, id]),
  order: ({ key }) => keyNumber(key),
};
const TYPE: SearchField = {
  type: 'name',
  values: ({ values }) => {
    const { id, name } = byId(ISSUE_TYPES, text(values.issuetype));
    return [name, id];
  },
  known: () => named(ISSUE_TYPES),
};
const UPDATED: SearchField = { type: 'date', values: ({ updated }) => [updated] };
const CREATED: SearchField = { type: 'date', values: ({ created }) => [created] };

const SYSTEM: Readonly<Record<string, SearchField>> = {
  project: {
    type: 'name',
    values: ({ projectId }, { projects }) =>
      projects.filter(({ id }) => id === projectId).flatMap(({ id, key, name }) => [key, id, name]),
    known: ({ projects }) =>
      projects.filter(({ deleted }) => !deleted).flatMap(({ id, key, name }) => [id, key, name]),
  },
  key: KEY,
  issuekey: KEY,
  issue: KEY,
  id: { ...KEY, order: ({ id }) => Number(id) },
  issuetype: TYPE,
  type: TYPE,
  status: {
    type: 'name',
    values: ({ statusId }) => [byId(STATUSES, statusId).name, statusId],
    known: () => named(STATUSES),
  },
  statuscategory: {
    type: 'name',
    values: ({ statusId }) => {
      const { category } = byId(STATUSES, statusId);
      return [CATEGORIES[category], category];
    },
    known: () => [...Object.keys(CATEGORIES), ...Object.values(CATEGORIES)],
  },
  resolution: {
    type: 'name',
    values: ({ resolutionId }) =>
      resolutionId === null ? [] : [byId(RESOLUTIONS, resolutionId).name, resolutionId],
    known: () => [...named(RESOLUTIONS), 'Unresolved'],
  },
  priority: {
    type: 'name',
    values: ({ values }) => {
      const { id, name } = byId(PRIORITIES, text(values.priority));
      return [name, id];
    },
    known: () => named(PRIORITIES),
    order: ({ values }) => -Number(values.priority),
  },
  labels: { type: 'name', values: ({ values }) => (values.labels as string[] | null) ?? [] },
  assignee: { type: 'name', values: ({ values }, state) => person(values.assignee, state) },
  reporter: { type: 'name', values: ({ values }, state) => person(values.reporter, state) },
  creator: { type: 'name', values: ({ creatorId }, state) => person(creatorId, state) },
  parent: {
    type: 'key',
    values: ({ values }, { issues }) =>
      issues.filter(({ id }) => id === values.parent).flatMap(({ key, id }) => [key, id]),
    known: ({ issues }) => issues.flatMap(({ key, id }) => [key, id]),
  },
  summary: { type: 'words', values: ({ values }) => optional(values.summary) },
  description: {
    type: 'words',
    values: ({ values }) => optional(documentText(values.description as AdfDocument | null)),
  },
  text: {
    type: 'words',
    values: ({ values }) => [
      `${text(values.summary)} ${documentText(values.description as AdfDocument | null)}`,
    ],
  },
  updated: UPDATED,
  updateddate: UPDATED,
  created: CREATED,
  createddate: CREATED,
  fixversion: {
    type: 'name',
    values: ({ values }, { versions }) => {
      const held = (values.fixVersions as string[] | null) ?? [];
      return versions.filter(({ id }) => held.includes(id)).flatMap(({ id, name }) => [name, id]);
    },
    known: ({ versions }) => named(versions),
  },
  resolved: { type: 'date', values: ({ resolved }) => (resolved === null ? [] : [resolved]) },
  due: {
    type: 'date',
    values: ({ values }) => optional(values.duedate).map((day) => Date.parse(day)),
  },
};

/** The field a query names, by its JQL name, `cf[id]` or a custom field's name. */
export function searchField(name: string, state: JiraState): SearchField | undefined {
  if (Object.hasOwn(SYSTEM, name)) return SYSTEM[name];
  const custom = state.fields.find(
    ({ schema, clauseNames }) =>
      schema.custom && clauseNames.some((clause) => clause.toLowerCase() === name),
  );
  if (!custom) return undefined;
  return customSearchField(custom);
}
