import type { AlignItem } from '../domain/align-item';
import { itemName, type AuditEffect } from '../domain/audit-entry';
import { ConcurrentChangeError } from '../domain/errors';
import type { JiraIssue } from '../domain/issue';
import type { AlignRefRecord, Pair } from '../domain/pair';
import { creationBaseline, meetingBaseline } from '../domain/plan-creation';
import { nowIso } from './dependencies';
import { bringInStep } from './reconcile-pair';
import { writerOf } from './record-effect';
import type { ProjectContext } from './sync-context';

/**
 * Takes an Align item for an issue.
 * @throws ConcurrentChangeError when another issue has it: the next attempt looks again
 */
export async function takeRef(
  { deps }: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
): Promise<void> {
  const record = creatingRef(deps, { issueId: issue.id, projectId: issue.projectId });
  if (await deps.pairs.claimAlignRef(item, record)) return;
  const holder = await deps.pairs.alignRef(item);
  if (holder?.issueId !== issue.id) {
    throw new ConcurrentChangeError(itemName(item.type, item.id));
  }
}

/** The way back from an item that is not paired yet. */
export function creatingRef(
  deps: Pick<ProjectContext['deps'], 'now'>,
  { issueId, projectId }: Pick<Pair, 'issueId' | 'projectId'>,
): AlignRefRecord {
  const at = nowIso(deps);
  return { v: 1, status: 'creating', issueId, projectId, digest: null, alignUpdated: null, at };
}

/** How an item was found that an issue is paired with although it was there already. */
type Found =
  /** An earlier attempt of the app had made it for this issue. */
  | 'made-earlier'
  /** It has the same title, and nothing else belongs to it. */
  | 'same-title';

/**
 * Pairs an issue with an item that is there already. What an earlier attempt made is brought up to the issue; two
 * that only share a title are compared as if they had met for the first time, and what loses stays in the history.
 */
export async function adopt(
  context: ProjectContext,
  pair: Pair,
  issue: JiraIssue,
  item: AlignItem,
  found: Found = 'made-earlier',
): Promise<void> {
  await takeRef(context, issue, item);
  const name = itemName(item.type, item.id);
  const byTitle = found === 'same-title';
  const effect: AuditEffect = {
    direction: 'to-align',
    outcome: 'adopted',
    code: byTitle ? 'LINKED_BY_TITLE' : 'ADOPTED',
    message: byTitle
      ? `Linked ${issue.key} to ${name} in Jira Align, which has the same title.`
      : `Found ${name} in Jira Align, which an earlier attempt had created for ${issue.key}, and linked it.`,
    person: byTitle ? context.hint.actor : issue.creator,
    writtenAs: writerOf(context, 'to-align'),
  };
  const baseline = byTitle
    ? meetingBaseline(context.mapping, item.type)
    : { ...creationBaseline(context.mapping, 'align', issue, item), ...pair.baseline };
  await bringInStep(context, { ...pair, alignId: item.id, baseline }, issue, item, [effect]);
}
