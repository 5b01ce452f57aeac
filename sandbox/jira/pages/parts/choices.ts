import { byId, ISSUE_TYPES } from '../../world/catalog';
import type { FieldDefinition } from '../../world/fields/definition';
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

/** What a field with a fixed set of values can be set to; undefined for one that takes any text. */
export function fieldChoices(
  { state, people }: JiraWorld,
  issue: Issue,
  field: FieldDefinition,
): { id: string; words: string }[] | undefined {
  switch (field.kind) {
    case 'option':
    case 'options':
      return (field.options ?? []).map(({ id, value }) => ({ id, words: value }));
    case 'versions':
      return state.versions
        .filter(({ projectId, archived }) => projectId === issue.projectId && !archived)
        .map(({ id, name }) => ({ id, words: name }));
    case 'sprint':
      return state.sprints
        .filter((sprint) => sprint.state !== 'closed')
        .map(({ id, name }) => ({ id: String(id), words: name }));
    case 'team':
      return state.teams.map(({ id, name }) => ({ id, words: name }));
    case 'user':
      return people
        .filter(({ accountType }) => accountType === 'atlassian')
        .map(({ accountId, displayName }) => ({ id: accountId, words: displayName }));
    default:
      return undefined;
  }
}

/** Issues one level above in the hierarchy that this one may be put under. */
export function possibleParents(world: JiraWorld, issue: Issue): Issue[] {
  const level = byId(ISSUE_TYPES, issue.values.issuetype as string).hierarchyLevel;
  return world.state.issues.filter(
    ({ id, projectId, values }) =>
      id !== issue.id &&
      (projectId === issue.projectId || level > 0) &&
      byId(ISSUE_TYPES, values.issuetype as string).hierarchyLevel === level + 1,
  );
}
