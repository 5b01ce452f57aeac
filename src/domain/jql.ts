import type { ProjectMapping } from '../contract/mapping';

/** JQL of the issues of a project, of some types or of all others, in the order of their keys. */
export function backfillJql(
  projectId: string,
  types: { of: readonly string[] } | { notOf: readonly string[] },
  afterKey: string | null,
): string {
  const [operator, ids] = 'of' in types ? ['in', types.of] : ['not in', types.notOf];
  return inKeyOrder([ofProject(projectId), `issuetype ${operator} (${ids.join(', ')})`], afterKey);
}

/**
 * The mapped issues of a project that changed in the last minutes, in the order of their keys. The time is relative,
 * because Jira reads an absolute one in the time zone of the account that asks.
 */
export function changedSinceJql(
  mapping: ProjectMapping,
  minutes: number,
  afterKey: string | null,
): string {
  const types = mapping.types.map(({ issueTypeId }) => issueTypeId).join(', ');
  return inKeyOrder(
    [ofProject(mapping.projectId), `issuetype in (${types})`, `updated >= "-${minutes}m"`],
    afterKey,
  );
}

/** JQL of one issue, to see whether a key still is in a project. */
export function issueJql(projectId: string, key: string): string {
  return `${ofProject(projectId)} AND key = "${key}"`;
}

/** JQL of the issues of a type in one status, the one that changed last first. */
export function inStatusJql(projectId: string, issueTypeId: string, statusId: string): string {
  return `${ofProject(projectId)} AND issuetype = ${issueTypeId} AND status = ${statusId} ORDER BY updated DESC`;
}

/** JQL of the issues of a project that have a value in a custom field, those that changed last first. */
export function valuesInUseJql(projectId: string, fieldId: string): string {
  const number = fieldId.replace('customfield_', '');
  return `${ofProject(projectId)} AND cf[${number}] is not EMPTY ORDER BY updated DESC`;
}

function ofProject(projectId: string): string {
  return `project = ${projectId}`;
}

/** Pages by key: what is deleted or created meanwhile moves no page. */
function inKeyOrder(clauses: readonly string[], afterKey: string | null): string {
  const from = afterKey === null ? [] : [`key > "${afterKey}"`];
  return `${[...clauses, ...from].join(' AND ')} ORDER BY key ASC`;
}
