import type { Actor } from '../contract/common';
import { hint as makeHint, isStale } from '../domain/hint';
import { nowIso, type Dependencies } from './dependencies';

/** What an event of Jira says of an issue. Only the id is certain to be there. */
export interface IssueChange {
  issueId: string;
  projectId: string | null;
  /** Jira's `updated` after the change, ISO 8601. */
  updatedAt: string | null;
  actor: Actor | null;
  deleted: boolean;
  /** The change was one of web links, after which the app's own link may be gone. */
  links: boolean;
  /** The issue was moved to another project or converted to another type. */
  moved: boolean;
}

type ReceiverDeps = Pick<Dependencies, 'pairs' | 'settings' | 'queue' | 'now'>;

/**
 * A person changed an issue. Only queues a hint: an issue of a project that is not synced and a change that the pair
 * has already seen end here.
 */
export async function receiveIssueEvent(
  deps: ReceiverDeps,
  change: IssueChange,
): Promise<'queued' | 'passed-over'> {
  const { issueId, projectId, updatedAt, actor, deleted, links, moved } = change;
  const hint = makeHint({
    target: { kind: 'issue', issueId, projectId },
    source: 'jira-event',
    at: nowIso(deps),
    changedAt: updatedAt,
    actor,
    deleted,
    thorough: links,
    ...(moved ? { rare: true } : {}),
  });
  const pair = await deps.pairs.byIssue(issueId);
  // One that could not be read is parked without a pair: that it was deleted lets it go.
  if (pair !== null && isStale(hint, pair)) return 'passed-over';
  if (pair === null && !(await isSynced(deps, projectId))) return 'passed-over';
  await deps.queue.push([{ hint }]);
  return 'queued';
}

/** An event without a project is let through: the reconcile finds out. */
async function isSynced(
  { settings }: Pick<ReceiverDeps, 'settings'>,
  projectId: string | null,
): Promise<boolean> {
  const { projects } = await settings.mappingIndex();
  return projects.some(
    (project) => project.enabled && (projectId === null || project.projectId === projectId),
  );
}
