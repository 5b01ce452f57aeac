import { mayOn, visibleIssue } from './access';
import { byId, ISSUE_TYPES } from './catalog';
import { badRequest, forbidden } from './errors';
import type { Actor, Issue } from './model';
import type { Site } from './site';

/**
 * Deletes an issue and, when asked to, its sub-tasks. Stories lose their deleted epic. Only the
 * issue itself is announced: cascaded deletions send no event
 * (developer.atlassian.com/platform/forge/events-reference/jira).
 * @throws {JiraError} 404 when hidden, 403 without Delete Issues, 400 when sub-tasks are in the way
 */
export function deleteIssue(
  site: Site,
  actor: Actor,
  idOrKey: string,
  { deleteSubtasks = false }: { deleteSubtasks?: boolean } = {},
): void {
  const issue = visibleIssue(site, actor, idOrKey);
  if (!mayOn(site, actor, 'DELETE_ISSUES', issue)) {
    throw forbidden('You do not have permission to delete issues in this project.');
  }
  const children = site.state.issues.filter(({ values }) => values.parent === issue.id);
  const subtasks = children.filter(isSubtask);
  if (subtasks.length > 0 && !deleteSubtasks) {
    throw badRequest(
      `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  }
  const gone = [issue, ...subtasks];
  site.state.issues = site.state.issues.filter((other) => !gone.includes(other));
  const isGone = (issueId: string) => gone.some(({ id }) => id === issueId);
  site.state.issueLinks = site.state.issueLinks.filter(
    ({ sourceId, destinationId }) => !isGone(sourceId) && !isGone(destinationId),
  );
  for (const orphan of children) {
    if (gone.includes(orphan)) continue;
    orphan.values.parent = null;
    site.changed(orphan);
  }
  for (const one of gone) site.changed(one);
  const { accountId: actorId, viaApp, trace } = actor;
  const at = Math.max(site.now(), issue.updated + 1);
  site.announce({
    kind: 'deleted',
    issue,
    actorId,
    viaApp,
    ...(trace === undefined ? {} : { trace }),
    items: [],
    at,
  });
}

const isSubtask = (issue: Issue) => byId(ISSUE_TYPES, issue.values.issuetype as string).subtask;
