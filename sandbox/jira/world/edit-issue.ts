import { mayOn, projectOf, visibleIssue } from './access';
import { checkRequired, maySet } from './create-issue';
import { badRequest } from './errors';
import type { Actor, ChangeItem, Issue } from './model';
import { checkProperty } from './properties';
import { readFields, type IssueUpdate } from './read-fields';
import { fieldChanges, recordChange } from './record-change';
import { Screens } from './screens';
import { circumstances, type Site } from './site';

/**
 * Edits an issue as `PUT /rest/api/3/issue/{issueIdOrKey}` does. A request that changes nothing
 * leaves `updated` and the history alone and sends no event.
 * @throws {JiraError} 404 when hidden; 400 without Edit Issues or with a field that is refused
 */
export function editIssue(site: Site, actor: Actor, idOrKey: string, request: IssueUpdate): Issue {
  const issue = visibleIssue(site, actor, idOrKey);
  if (!mayOn(site, actor, 'EDIT_ISSUES', issue)) {
    throw badRequest('You do not have permission to edit issues in this project.');
  }
  const project = projectOf(site.state, issue);
  const screens = new Screens(site.state);
  const values = readFields(
    request,
    site.state.fields,
    { state: site.state, project, typeId: issue.values.issuetype as string, issue },
    (fieldId) => screens.has(project.key, 'edit', fieldId) && maySet(site, actor, project, fieldId),
  );
  checkRequired(site, project, new Map([...Object.entries(issue.values), ...values]));
  for (const { key, value } of request.properties ?? []) checkProperty(key, value);
  const items = site.state.fields.flatMap((field): ChangeItem[] => {
    const after = values.get(field.id);
    if (after === undefined) return [];
    const changes = fieldChanges(site, field, issue.values[field.id] ?? null, after);
    issue.values[field.id] = after;
    return changes;
  });
  for (const { key, value } of request.properties ?? []) {
    issue.properties[key] = structuredClone(value);
  }
  if (items.length > 0) announceEdit(site, actor, issue, items);
  else if (request.properties?.length) site.changed(issue);
  return issue;
}

/** Records the items and tells apps; a new assignee is told twice, as Jira does. */
export function announceEdit(
  site: Site,
  actor: Actor,
  issue: Issue,
  items: ChangeItem[],
  eventTypeName?: string,
): void {
  const at = recordChange(site, actor, issue, items);
  site.changed(issue);
  const happening = { issue, ...circumstances(actor, at) };
  const assigned = items.filter(({ fieldId }) => fieldId === 'assignee');
  if (assigned.length > 0) site.announce({ kind: 'assigned', ...happening, items: assigned });
  const called = eventTypeName === undefined ? {} : { eventTypeName };
  site.announce({ kind: 'updated', ...happening, items, ...called });
}
