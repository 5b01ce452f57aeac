import { allOf } from '../domain/all-of';
import { itemName, type AuditEffect } from '../domain/audit-entry';
import { extraJiraFields } from '../domain/fields';
import type { Hint } from '../domain/hint';
import { alignRefOf, type Pair } from '../domain/pair';
import { namedActor } from './name-people';
import { bringInStep, type PairOutcome } from './reconcile-pair';
import type { ProjectContext } from './sync-context';

/**
 * Whether a hint may speak of a removed side that has come back. An issue's own events do not: after the removal of
 * its item they come with every edit, and an event that comes late is no sign of life either.
 */
export function mayReturn(hint: Hint, { unlinkedBecause }: Pair): boolean {
  if (hint.deleted || hint.source === 'jira-event' || hint.source === 'backfill') return false;
  return unlinkedBecause === 'align-removed' || unlinkedBecause === 'jira-deleted';
}

/**
 * Pairs two again that were unlinked because one of them was removed, once both are there. The baseline is the one
 * from before, so what was edited meanwhile on either side is merged as ever. What stays away leaves the pair ended.
 */
export async function revivePair(
  context: ProjectContext,
  pair: Pair,
): Promise<PairOutcome | 'skipped'> {
  const { deps, align, mapping, hint } = context;
  const ref = alignRefOf(pair);
  if (ref === null) return 'skipped';
  const [issue, item] = await allOf([
    deps.jira.readIssue(pair.issueId, extraJiraFields(mapping)),
    align.readItem(ref),
  ]);
  if (issue === null || item === null || item.removed || issue.projectId !== pair.projectId)
    return 'skipped';
  const name = itemName(item.type, item.id);
  const cameBack = pair.unlinkedBecause === 'align-removed' ? name : issue.key;
  const effect: AuditEffect = {
    direction: 'none',
    outcome: 'adopted',
    code: 'RESTORED',
    message: `${cameBack} is back: ${issue.key} and ${name} are linked again.`,
    person: await namedActor(context, hint.actor),
    writtenAs: null,
  };
  const { unlinkedBecause, ...rest } = pair;
  const again: Pair = { ...rest, status: 'paired', creation: null };
  return bringInStep(context, again, issue, item, [effect]);
}
