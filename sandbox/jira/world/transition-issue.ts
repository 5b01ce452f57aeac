import { mayOn, projectOf, visibleIssue } from './access';
import { byId, DONE_RESOLUTION, STATUSES } from './catalog';
import { announceEdit } from './edit-issue';
import { JiraError, badRequest, notOnScreen } from './errors';
import type { Actor, ChangeItem, Issue, Status } from './model';
import type { IssueUpdate } from './read-fields';
import type { Site } from './site';
import { Workflow, type Transition } from './workflow';

/** Moves the actor can make with the issue now. */
export function availableTransitions(site: Site, actor: Actor, issue: Issue): Transition[] {
  if (!mayOn(site, actor, 'TRANSITION_ISSUES', issue)) return [];
  return new Workflow(site.state).transitions(issue, projectOf(site.state, issue).key);
}

/**
 * Moves an issue through its workflow, the only way to change its status. No transition of the
 * sandbox has a screen, so fields sent along are refused.
 * @throws {JiraError} 404 when hidden, 400 when the move is not offered
 */
export function transitionIssue(
  site: Site,
  actor: Actor,
  idOrKey: string,
  transitionId: string | undefined,
  request: IssueUpdate = {},
): Issue {
  const issue = visibleIssue(site, actor, idOrKey);
  if (transitionId === undefined) throw badRequest("Missing 'transition' identifier");
  const transition = availableTransitions(site, actor, issue).find(({ id }) => id === transitionId);
  if (!transition) throw badRequest(`Transition id '${transitionId}' is not valid for this issue.`);
  const extra = Object.keys({ ...request.fields, ...request.update });
  if (extra.length > 0) {
    throw new JiraError(400, [], Object.fromEntries(extra.map((id) => [id, notOnScreen(id)])));
  }
  moveTo(site, actor, issue, transition.to);
  return issue;
}

function moveTo(site: Site, actor: Actor, issue: Issue, to: Status): void {
  const from = byId(STATUSES, issue.statusId);
  const items: ChangeItem[] = [];
  const done = to.category === 'done';
  if (done !== (issue.resolutionId !== null)) {
    items.push(resolutionChange(done));
    issue.resolutionId = done ? DONE_RESOLUTION.id : null;
    issue.resolved = done ? Math.max(site.now(), issue.updated + 1) : null;
  }
  items.push({
    field: 'status',
    fieldtype: 'jira',
    fieldId: 'status',
    from: from.id,
    fromString: from.name,
    to: to.id,
    toString: to.name,
  });
  issue.statusId = to.id;
  if (from.category !== to.category) {
    issue.statusCategoryChanged = Math.max(site.now(), issue.updated + 1);
  }
  announceEdit(site, actor, issue, items);
}

function resolutionChange(done: boolean): ChangeItem {
  const { id, name } = DONE_RESOLUTION;
  return {
    field: 'resolution',
    fieldtype: 'jira',
    fieldId: 'resolution',
    from: done ? null : id,
    fromString: done ? null : name,
    to: done ? id : null,
    toString: done ? name : null,
  };
}
