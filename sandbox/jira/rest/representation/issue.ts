import type { Issue } from '../../world/model';
import type { JiraState } from '../../world/state';
import { changelogPage } from './changelog';
import { fieldJson } from './field-values';
import { SYSTEM_FIELDS } from './system-fields';

/** Which parts of an issue an answer holds. */
export interface IssueParts {
  /** Field ids, `*all`, `*navigable`, or any of them with a leading minus. */
  fields: readonly string[];
  /** Names in `expand`: the sandbox knows `names` and `changelog`. */
  expand: readonly string[];
  /** Property keys, or `*all`. */
  properties: readonly string[];
}

const EXPANDABLE =
  'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations';

/** `IssueBean` of REST v3. */
export function issueJson(issue: Issue, state: JiraState, baseUrl: string, parts: IssueParts) {
  const wanted = (id: string) => isWanted(id, parts.fields);
  const fields: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  const put = (id: string, name: string, value: unknown) => {
    if (value === undefined) return;
    fields[id] = value;
    names[id] = name;
  };
  for (const field of state.fields) {
    if (wanted(field.id)) put(field.id, field.name, fieldJson(field, issue, state, baseUrl));
  }
  for (const { id, name, json } of SYSTEM_FIELDS) {
    if (wanted(id)) put(id, name, json(issue, state, baseUrl));
  }
  const properties = wantedProperties(issue, parts.properties);
  return {
    expand: EXPANDABLE,
    id: issue.id,
    self: `${baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(properties ? { properties } : {}),
    ...(parts.expand.includes('names') ? { names } : {}),
    ...(parts.expand.includes('changelog')
      ? { changelog: changelogPage(issue, state, baseUrl) }
      : {}),
    fields,
  };
}

function isWanted(id: string, selectors: readonly string[]): boolean {
  if (selectors.includes(`-${id}`)) return false;
  const positive = selectors.filter((selector) => !selector.startsWith('-'));
  if (positive.length === 0) return true;
  return positive.some((selector) => ['*all', '*navigable', id].includes(selector));
}

function wantedProperties(
  issue: Issue,
  keys: readonly string[],
): Record<string, unknown> | undefined {
  if (keys.length === 0) return undefined;
  const entries = Object.entries(issue.properties);
  if (keys.includes('*all')) return Object.fromEntries(entries);
  return Object.fromEntries(entries.filter(([key]) => keys.includes(key)));
}
