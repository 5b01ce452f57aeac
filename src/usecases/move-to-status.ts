import { RejectedError } from '../domain/errors';
import type { JiraIssue, JiraStatus } from '../domain/issue';
import { alignTypeOf } from '../domain/mapping';
import { reopeningRefused } from '../domain/resolved-is-sticky';
import { transitionTo, type Filled, type Fillings } from '../domain/transition';
import { namesWithoutIssue } from '../domain/workflow';
import { MOST_STEPS, type Journey } from '../domain/workflow-path';
import { fieldRequired, noTransition, type Stop } from '../domain/workflow-problem';
import { findPath, openWorkflow, remember, type WorkflowMemory } from './learn-workflow';
import type { ProjectContext } from './sync-context';

/** A status that an issue is to be brought to. */
export interface Move {
  readonly issue: JiraIssue;
  /** Its name may be that of the Align state that leads to it. */
  readonly target: JiraStatus;
  /** REST values of the mapped fields, by Jira field id, for the screens on the way. */
  readonly known: Fillings['known'];
  /** Told after every step, so that a step that was taken is recorded whatever comes after it. */
  readonly stepped: (status: JiraStatus) => void;
}

/**
 * Brings an issue to a status, by the shortest way that its workflow has. What Jira offers for the issue decides at
 * every step, and where that is not what was known, the way is looked for anew from there.
 * @throws RejectedError `NO_TRANSITION`, `TRANSITION_FIELD_REQUIRED`, `RESOLVED_IS_STICKY`, or as Jira refuses a step
 */
export async function moveToStatus(context: ProjectContext, move: Move): Promise<void> {
  const { deps, mapping } = context;
  const { issue, target } = move;
  const memory = await openWorkflow(deps, issue);
  const visited = new Set<string>();
  let at = issue.status;
  for (let step = 0; at.id !== target.id; step += 1) {
    const offered = await deps.jira.readTransitions(issue.id);
    await remember(
      deps,
      memory,
      at,
      offered.map(({ to }) => to),
    );
    const journey = journeyFrom(context, move, at, visited);
    const path = step < MOST_STEPS ? await findPath(deps, memory, journey) : null;
    requireStillDone(context, move, memory);
    const stop: Stop = { start: issue.status, at, target: nameOf(target, memory) };
    const fillings: Fillings = { resolution: mapping.resolution, known: move.known };
    const chosen = path?.[0] === undefined ? null : transitionTo(offered, path[0], fillings);
    if (chosen === null) throw noTransition(stop, offered, namesWithoutIssue(memory.known));
    await requireFilled(context, move, stop, chosen);
    await deps.jira.doTransition(issue.id, chosen.transition.id, chosen.fields);
    visited.add(at.id);
    at = chosen.transition.to;
    move.stepped(at);
  }
}

function journeyFrom(
  { mapping }: ProjectContext,
  { issue, target }: Move,
  from: JiraStatus,
  visited: ReadonlySet<string>,
): Journey {
  const type = alignTypeOf(mapping, issue.issueTypeId);
  const states = type === null ? undefined : mapping.states[type];
  return {
    from,
    to: target.id,
    mapped: new Set(Object.keys(states?.toAlign ?? {})),
    mayReopen: !mapping.resolvedIsSticky,
    visited,
  };
}

/** The plan knows no category of the status it leads to; the workflow does. */
function requireStillDone(
  { mapping }: ProjectContext,
  { issue, target }: Move,
  { known }: WorkflowMemory,
): void {
  const category = known.statuses[target.id]?.category;
  if (!mapping.resolvedIsSticky || issue.status.category !== 'done') return;
  if (category === undefined || category === 'done') return;
  throw new RejectedError('jira', reopeningRefused(issue.status));
}

/** What the issue already has in a field that a screen demands need not be sent. */
async function requireFilled(
  { deps, mapping }: ProjectContext,
  { issue }: Move,
  stop: Stop,
  { transition, missing }: Filled,
): Promise<void> {
  if (missing.length === 0) return;
  const filled = await deps.jira.filledFields(
    issue.id,
    missing.map(({ id }) => id),
  );
  const empty = missing.filter(({ id }) => !filled.has(id));
  if (empty.length > 0) throw fieldRequired(stop, transition, empty, mapping.resolution);
}

function nameOf(target: JiraStatus, { known }: WorkflowMemory): string {
  const name = known.statuses[target.id]?.name;
  return name === undefined
    ? `the status that the Jira Align state "${target.name}" leads to`
    : `"${name}"`;
}
