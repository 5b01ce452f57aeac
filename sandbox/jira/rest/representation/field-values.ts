import { findPerson } from '../../world/site';
import { byId, ISSUE_TYPES, PRIORITIES, STATUSES } from '../../world/catalog';
import type { FieldDefinition, FieldKindName } from '../../world/fields/definition';
import { heldSprints } from '../../world/fields/sprint';
import type { FieldValue, Issue } from '../../world/model';
import type { JiraState } from '../../world/state';
import { issueTypeJson, priorityReference, statusJson, userJson } from './entities';
import { optionJson } from './options';
import { sprintValue, versionReference } from './planning';

type ToJson = (
  value: FieldValue,
  state: JiraState,
  baseUrl: string,
  field: FieldDefinition,
) => unknown;

const asIs: ToJson = (value) => value;

const TO_JSON: Readonly<Record<FieldKindName, ToJson>> = {
  summary: asIs,
  document: asIs,
  text: asIs,
  url: asIs,
  number: asIs,
  date: asIs,
  labels: asIs,
  priority: (value, _, baseUrl) => priorityReference(byId(PRIORITIES, value as string), baseUrl),
  issuetype: (value, _, baseUrl) => issueTypeJson(byId(ISSUE_TYPES, value as string), baseUrl),
  user: (value, state, baseUrl) => {
    const person = findPerson(state, value as string | null);
    return person ? userJson(person, baseUrl) : null;
  },
  parent: (value, state, baseUrl) => {
    const parent = state.issues.find(({ id }) => id === value);
    // An issue without a parent has no such field at all.
    return parent ? linkedIssueJson(parent, baseUrl) : undefined;
  },
  option: (value, _, baseUrl, field) =>
    value === null ? null : optionJson(value as string, field, baseUrl),
  options: (value, _, baseUrl, field) =>
    (value as string[] | null)?.map((id) => optionJson(id, field, baseUrl)) ?? null,
  versions: (value, { versions }, baseUrl) =>
    ((value as string[] | null) ?? []).flatMap((id) => {
      const version = versions.find((other) => other.id === id);
      return version ? [versionReference(version, baseUrl)] : [];
    }),
  sprint: (value, state) => {
    const sprints = heldSprints(value, state).map(sprintValue);
    return sprints.length > 0 ? sprints : null;
  },
  team: (value, { teams }) => {
    const team = teams.find(({ id }) => id === value);
    return team ? { ...team, title: team.name, isShared: true } : null;
  },
};

/** A field's value as REST v3 gives it, or undefined when the issue lacks the field. */
export function fieldJson(
  field: FieldDefinition,
  issue: Issue,
  state: JiraState,
  baseUrl: string,
): unknown {
  return TO_JSON[field.kind](issue.values[field.id] ?? null, state, baseUrl, field);
}

/** A parent or sub-task as the other issue carries it. */
export function linkedIssueJson({ id, key, statusId, values }: Issue, baseUrl: string) {
  return {
    id,
    key,
    self: `${baseUrl}/rest/api/3/issue/${id}`,
    fields: {
      summary: values.summary,
      status: statusJson(byId(STATUSES, statusId), baseUrl),
      priority: priorityReference(byId(PRIORITIES, values.priority as string), baseUrl),
      issuetype: issueTypeJson(byId(ISSUE_TYPES, values.issuetype as string), baseUrl),
    },
  };
}
