import { findProject, mayOn, projectOf, visibleIssue } from './access';
import { typesOf } from './catalog';
import { announceEdit } from './edit-issue';
import { badField, badRequest, forbidden } from './errors';
import { fieldNamed } from './fields/named';
import { typeOf } from './issue-level';
import type { Actor, ChangeItem, Issue, Project } from './model';
import { holds } from './permissions';
import { fieldChanges } from './record-change';
import type { Site } from './site';

/**
 * Moves an issue and its sub-tasks to another project. It keeps its id, history and links, and gets
 * a new key; the old one leads to it. Fix versions stay behind with their project.
 * @throws {JiraError} 404 when hidden, 403 without Move Issues, 400 for a project that cannot take it
 */
export function moveIssue(
  site: Site,
  actor: Actor,
  idOrKey: string,
  projectKey: string,
  typeName?: string,
): Issue {
  const issue = visibleIssue(site, actor, idOrKey);
  if (!mayOn(site, actor, 'MOVE_ISSUES', issue)) {
    throw forbidden('You do not have permission to move issues in this project.');
  }
  const target = findProject(site.state, projectKey);
  if (!target || !holds(site.state, target.key, 'CREATE_ISSUES', actor.accountId)) {
    throw badField('project', 'Specify a valid project ID or key');
  }
  if (target.id === issue.projectId) throw badRequest('The issue is in this project already.');
  const wanted = typeName?.toLowerCase() ?? typeOf(issue).name.toLowerCase();
  const type = typesOf(target).find(({ name }) => name.toLowerCase() === wanted);
  if (!type || type.hierarchyLevel !== typeOf(issue).hierarchyLevel) {
    throw badField('issuetype', 'The issue type selected is invalid.');
  }
  if (type.subtask) throw badRequest('A sub-task moves with its parent only.');
  const subtasks = site.state.issues.filter(
    (other) => other.values.parent === issue.id && typeOf(other).subtask,
  );
  moveOne(site, actor, issue, target, type.id);
  for (const subtask of subtasks) {
    moveOne(site, actor, subtask, target, subtask.values.issuetype as string);
  }
  return issue;
}

function moveOne(site: Site, actor: Actor, issue: Issue, target: Project, typeId: string): void {
  const source = projectOf(site.state, issue);
  const versions = fieldNamed(site.state, 'fixVersions');
  const type = fieldNamed(site.state, 'issuetype');
  const fromKey = issue.key;
  const items: ChangeItem[] = [
    ...fieldChanges(site, type, issue.values.issuetype ?? null, typeId),
    ...fieldChanges(site, versions, issue.values.fixVersions ?? null, null),
  ];
  issue.values.issuetype = typeId;
  issue.values.fixVersions = null;
  issue.projectId = target.id;
  issue.formerKeys.push(fromKey);
  issue.key = `${target.key}-${target.nextNumber}`;
  target.nextNumber += 1;
  items.push(
    named('project', { id: source.id, text: source.name }, { id: target.id, text: target.name }),
    named('Key', { id: null, text: fromKey }, { id: null, text: issue.key }),
  );
  announceEdit(site, actor, issue, items, 'issue_moved');
}

interface Side {
  id: string | null;
  text: string;
}

const named = (field: string, from: Side, to: Side): ChangeItem => ({
  field,
  fieldtype: 'jira',
  fieldId: field,
  from: from.id,
  fromString: from.text,
  to: to.id,
  toString: to.text,
});
