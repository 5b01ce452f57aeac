import { findIssue, mayOn, projectOf, visibleIssue } from './access';
import { typesOf } from './catalog';
import { announceEdit } from './edit-issue';
import { badField, badRequest } from './errors';
import { fieldNamed } from './fields/named';
import { fitsUnder, typeOf } from './issue-level';
import type { Actor, FieldValue, Issue } from './model';
import { fieldChanges } from './record-change';
import type { Site } from './site';

/**
 * Gives an issue another type, of its own level or another one, as the pages of Jira can and the
 * edit of REST cannot. A parent that does not fit any longer is dropped, and so are children.
 * @throws {JiraError} 404 when hidden; 400 without Edit Issues, for a type that the project lacks,
 *   for sub-tasks in the way, and for a sub-task without a parent
 */
export function convertIssue(
  site: Site,
  actor: Actor,
  idOrKey: string,
  typeName: string,
  parentKey?: string,
): Issue {
  const { state } = site;
  const issue = visibleIssue(site, actor, idOrKey);
  if (!mayOn(site, actor, 'EDIT_ISSUES', issue)) {
    throw badRequest('You do not have permission to edit issues in this project.');
  }
  const wanted = typeName.toLowerCase();
  const type = typesOf(projectOf(state, issue)).find(({ name }) => name.toLowerCase() === wanted);
  if (!type) throw badField('issuetype', 'The issue type selected is invalid.');
  const after: Issue = { ...issue, values: { ...issue.values, issuetype: type.id } };
  const children = state.issues.filter(({ values }) => values.parent === issue.id);
  const lost = children.filter((child) => !fitsUnder(child, after));
  if (lost.some((child) => typeOf(child).subtask)) {
    throw badRequest(`The issue '${issue.key}' has subtasks.`);
  }
  const parent = newParent(site, after, parentKey);
  if (type.subtask && parent === null) {
    throw badField('parent', 'Issue type is a sub-task but parent issue key or id not specified.');
  }
  const items = (
    [
      ['issuetype', type.id],
      ['parent', parent],
    ] as const
  ).flatMap(([id, value]) => set(site, issue, id, value));
  for (const child of lost) {
    child.values.parent = null;
    site.changed(child);
  }
  if (items.length > 0) announceEdit(site, actor, issue, items);
  return issue;
}

function newParent({ state }: Site, after: Issue, key: string | undefined): string | null {
  if (key === undefined) {
    const kept = state.issues.find(({ id }) => id === after.values.parent);
    return kept && fitsUnder(after, kept) ? kept.id : null;
  }
  const parent = findIssue(state, key);
  if (!parent || !fitsUnder(after, parent)) {
    throw badField('parent', 'Given parent work item does not belong to appropriate hierarchy.');
  }
  return parent.id;
}

function set(site: Site, issue: Issue, fieldId: string, value: FieldValue) {
  const before = issue.values[fieldId] ?? null;
  issue.values[fieldId] = value;
  return fieldChanges(site, fieldNamed(site.state, fieldId), before, value);
}
