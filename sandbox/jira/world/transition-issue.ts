import { mayOn, projectOf, visibleIssue } from './access';
import { byId, DONE_RESOLUTION, RESOLUTIONS, STATUSES } from './catalog';
import { announceEdit } from './edit-issue';
import { badField, badRequest, JiraError, notOnScreen } from './errors';
import { reference } from './fields/kind';
import type { Actor, ChangeItem, FieldValue, Issue, Status } from './model';
import { readFields, type IssueUpdate } from './read-fields';
import { fieldChanges } from './record-change';
import type { Site } from './site';
import { Workflow, type Transition } from './workflow';

/** Moves the actor can make with the issue now. */
export function availableTransitions(site: Site, actor: Actor, issue: Issue): Transition[] {
  if (!mayOn(site, actor, 'TRANSITION_ISSUES', issue)) return [];
  return new Workflow(site.state).transitions(issue, projectOf(site.state, issue).key);
}

/**
 * Moves an issue through its workflow, the only way to change its status. Only fields on the screen of the transition
 * are taken, and those that it requires must have a value afterwards.
 * @throws {JiraError} 404 when hidden, 400 when the move is not offered or its screen is not satisfied
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
  const { resolution, ...fields } = request.fields ?? {};
  const screen = transition.screen ?? {};
  const values = readFields(
    { ...request, fields },
    site.state.fields,
    {
      state: site.state,
      project: projectOf(site.state, issue),
      typeId: issue.values.issuetype as string,
      issue,
    },
    (fieldId) => Object.hasOwn(screen, fieldId),
  );
  const chosen = readResolution(resolution, screen);
  requireFields(site, screen, { ...issue.values, ...Object.fromEntries(values) }, chosen);
  moveTo(site, actor, issue, transition.to, values, 'resolution' in screen ? chosen : undefined);
  return issue;
}

type Resolution = (typeof RESOLUTIONS)[number];

/** Null when none is sent. */
function readResolution(input: unknown, screen: Record<string, boolean>): Resolution | null {
  if (input === undefined || input === null) return null;
  if (!Object.hasOwn(screen, 'resolution')) {
    throw new JiraError(400, [], { resolution: notOnScreen('resolution') });
  }
  const [id, name] = [reference(input, 'id'), reference(input, 'name')];
  const found = RESOLUTIONS.find((one) => one.id === id || one.name === name);
  if (!found) throw badField('resolution', 'Could not find a valid resolution.');
  return found;
}

function requireFields(
  site: Site,
  screen: Record<string, boolean>,
  values: Record<string, FieldValue>,
  resolution: Resolution | null,
): void {
  for (const [id, isRequired] of Object.entries(screen)) {
    const value = id === 'resolution' ? (resolution?.id ?? null) : (values[id] ?? null);
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isRequired || !isEmpty) continue;
    const name = site.state.fields.find((field) => field.id === id)?.name ?? 'Resolution';
    throw badField(id, `${name} is required.`);
  }
}

/** @param chosen what the screen set; undefined when it has no resolution and the workflow sets it by itself */
function moveTo(
  site: Site,
  actor: Actor,
  issue: Issue,
  to: Status,
  values: Map<string, FieldValue>,
  chosen: Resolution | null | undefined,
): void {
  const from = byId(STATUSES, issue.statusId);
  const items: ChangeItem[] = [];
  for (const field of site.state.fields) {
    const after = values.get(field.id);
    if (after === undefined) continue;
    items.push(...fieldChanges(site, field, issue.values[field.id] ?? null, after));
    issue.values[field.id] = after;
  }
  const done = to.category === 'done';
  const kept = issue.resolutionId ?? DONE_RESOLUTION.id;
  const resolutionId = chosen === undefined ? (done ? kept : null) : (chosen?.id ?? null);
  if (resolutionId !== issue.resolutionId) {
    items.push(resolutionChange(issue.resolutionId, resolutionId));
    issue.resolutionId = resolutionId;
    issue.resolved = resolutionId === null ? null : Math.max(site.now(), issue.updated + 1);
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

function resolutionChange(from: string | null, to: string | null): ChangeItem {
  const name = (id: string | null) => (id === null ? null : byId(RESOLUTIONS, id).name);
  return {
    field: 'resolution',
    fieldtype: 'jira',
    fieldId: 'resolution',
    from,
    fromString: name(from),
    to,
    toString: name(to),
  };
}
