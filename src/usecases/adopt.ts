import type { AlignItem } from '../domain/align-item';
import { itemName, type AuditEffect } from '../domain/audit-entry';
import { ConcurrentChangeError } from '../domain/errors';
import type { JiraIssue } from '../domain/issue';
import type { Pair } from '../domain/pair';
import { creationBaseline } from '../domain/plan-creation';
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
  const record = {
    v: 1,
    status: 'creating',
    issueId: issue.id,
    projectId: issue.projectId,
    digest: null,
    alignUpdated: null,
    at: nowIso(deps),
  } as const;
  if (await deps.pairs.claimAlignRef(item, record)) return;
  const holder = await deps.pairs.alignRef(item);
  if (holder?.issueId !== issue.id) {
    throw new ConcurrentChangeError(itemName(item.type, item.id));
  }
}

/** Pairs an issue with an item that is there already: both sides are compared as if they had met for the first time. */
export async function adopt(
  context: ProjectContext,
  pair: Pair,
  issue: JiraIssue,
  item: AlignItem,
): Promise<void> {
  await takeRef(context, issue, item);
  const effect: AuditEffect = {
    direction: 'to-align',
    outcome: 'adopted',
    code: 'ADOPTED',
    message: `Found ${itemName(item.type, item.id)} in Jira Align, which an earlier attempt had created for ${issue.key}, and linked it.`,
    person: issue.creator,
    writtenAs: writerOf(context, 'to-align'),
  };
  const baseline = creationBaseline(context.mapping, 'align', issue, item);
  await bringInStep(context, { ...pair, alignId: item.id, baseline }, issue, item, [effect]);
}
