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
  /** The vendor's connector keeps the issue's key in it, and the mapping takes its items over. */
  | 'same-key'
  /** It has the same title, and nothing else belongs to it. */
  | 'same-title';

/**
 * Pairs an issue with an item that is there already. What an earlier attempt made is brought up to the issue; two
 * that only share a key or a title are compared as if they had met for the first time, and what loses stays in the
 * history.
 */
export async function adopt(
  context: ProjectContext,
  pair: Pair,
  issue: JiraIssue,
  item: AlignItem,
  found: Found = 'made-earlier',
): Promise<void> {
  await takeRef(context, issue, item);
  const madeEarlier = found === 'made-earlier';
  const effect: AuditEffect = {
    direction: 'to-align',
    outcome: 'adopted',
    ...told(found, issue.key, itemName(item.type, item.id)),
    person: madeEarlier ? issue.creator : context.hint.actor,
    writtenAs: writerOf(context, 'to-align'),
  };
  const baseline = madeEarlier
    ? { ...creationBaseline(context.mapping, 'align', issue, item), ...pair.baseline }
    : meetingBaseline(context.mapping, item.type);
  await bringInStep(context, { ...pair, alignId: item.id, baseline }, issue, item, [effect]);
}

/** What the history says of it. */
function told(found: Found, key: string, item: string): Pick<AuditEffect, 'code' | 'message'> {
  switch (found) {
    case 'made-earlier':
      return {
        code: 'ADOPTED',
        message: `Found ${item} in Jira Align, which an earlier attempt had created for ${key}, and linked it.`,
      };
    case 'same-key':
      return {
        code: 'LINKED_BY_KEY',
        message: `Linked ${key} to ${item} in Jira Align, which Jira Align's own connector had linked to it.`,
      };
    case 'same-title':
      return {
        code: 'LINKED_BY_TITLE',
        message: `Linked ${key} to ${item} in Jira Align, which has the same title.`,
      };
  }
}
