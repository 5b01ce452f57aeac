import type { ProjectMapping } from '../contract/mapping';

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
  const from = afterKey === null ? '' : ` AND key > "${afterKey}"`;
  return `project = ${mapping.projectId} AND issuetype in (${types}) AND updated >= "-${minutes}m"${from} ORDER BY key ASC`;
}
