import { byId, ISSUE_TYPES } from '../../world/catalog';
import type { Issue, Person } from '../../world/model';
import type { JiraWorld } from '../../world/world';

/** People (not apps) that may be assigned in the project. */
export function assignablePeople(world: JiraWorld, projectKey: string): Person[] {
  return world.people.filter(
    ({ accountId, accountType, active }) =>
      active &&
      accountType === 'atlassian' &&
      world.permissions.holds(accountId, 'ASSIGNABLE_USER', projectKey),
  );
}

/** Issues one level above in the hierarchy that this one may be put under. */
export function possibleParents(world: JiraWorld, issue: Issue): Issue[] {
  const level = byId(ISSUE_TYPES, issue.values.issuetype as string).hierarchyLevel;
  return world.state.issues.filter(
    ({ id, projectId, values }) =>
      id !== issue.id &&
      projectId === issue.projectId &&
      byId(ISSUE_TYPES, values.issuetype as string).hierarchyLevel === level + 1,
  );
}
