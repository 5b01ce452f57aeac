import type { AlignItem } from '../domain/align-item';
import { itemName, type AuditEffect } from '../domain/audit-entry';
import { hint as makeHint } from '../domain/hint';
import type { JiraIssue } from '../domain/issue';
import type { Baseline, Pair } from '../domain/pair';
import type { FieldWrite } from '../domain/plan';
import type { HeldRef } from '../domain/ports/store';
import { nowIso } from './dependencies';
import { namedActor } from './name-people';
import { bringInStep } from './reconcile-pair';
import { entriesOf, writerOf } from './record-effect';
import type { ProjectContext } from './sync-context';
import { unseenRef } from './write-ahead';

/** What is known of the two when they are paired. */
export interface LinkUp {
  baseline: Baseline;
  refused: Pair['refused'];
  effect: AuditEffect;
  /** The claim under which the issue was made or found. */
  held: HeldRef;
}

const LONG_AGO = new Date(0).toISOString();

/** Pairs an issue that has just been made from an Align item, and brings the two in step. */
export async function linkUp(
  context: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  known: LinkUp,
): Promise<void> {
  const { pair, effect } = await pairOf(context, issue, item, known);
  await bringInStep(context, pair, issue, item, [effect], known.held);
}

/**
 * Pairs an issue that an earlier attempt has made from an Align item. Persons may have changed either since, so the two
 * are compared like any pair, in its own place of the queue.
 */
export async function linkFound(
  context: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  known: LinkUp,
): Promise<void> {
  const { deps, hint } = context;
  const { pair, effect } = await pairOf(context, issue, item, known);
  const next: Pair = { ...pair, revision: pair.revision + 1, sequence: pair.sequence + 1 };
  await deps.pairs.commit({
    pair: next,
    alignRef: { ref: item, record: unseenRef(deps, next) },
    held: known.held,
    entries: entriesOf(context, pair, [effect]),
    endIntent: pair.creation?.intentKey ?? null,
  });
  const target = { kind: 'issue', issueId: issue.id, projectId: issue.projectId } as const;
  await deps.queue.push([{ hint: makeHint({ target, source: hint.source, at: nowIso(deps) }) }]);
}

async function pairOf(
  context: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  { baseline, refused, effect }: LinkUp,
): Promise<{ pair: Pair; effect: AuditEffect }> {
  const existing = await context.deps.pairs.byIssue(issue.id);
  const pair: Pair = {
    v: 1,
    issueId: issue.id,
    issueKey: issue.key,
    projectId: issue.projectId,
    title: issue.summary,
    alignType: item.type,
    alignId: item.id,
    status: 'paired',
    revision: existing?.revision ?? 0,
    sequence: existing?.sequence ?? 0,
    baseline,
    refused,
    // All that persons did to an issue since an earlier attempt made it may have been written over by that attempt.
    jiraUpdated: effect.outcome === 'adopted' ? LONG_AGO : null,
    alignUpdated: null,
    jiraStatus: issue.status.name,
    alignState: item.state,
    webLink: { state: 'missing', resolved: false, checkedAt: null },
    viewInJira: 'missing',
    lastSyncedAt: null,
    creation: existing?.creation ?? null,
  };
  const person = await namedActor(context, effect.person);
  return { pair, effect: { ...effect, person } };
}

/** The effect of making or finding the issue of an item. */
export function effectOf(
  context: ProjectContext,
  item: AlignItem,
  outcome: 'created' | 'adopted',
  changes: readonly FieldWrite['change'][],
): AuditEffect {
  const { ownUid, creator } = {
    ownUid: context.connection.alignActsAs.uid,
    creator: item.createdBy ?? item.updatedBy,
  };
  const name = itemName(item.type, item.id);
  return {
    direction: 'to-jira',
    outcome,
    code: outcome.toUpperCase(),
    message:
      outcome === 'created'
        ? `Created the Jira issue of ${name}.`
        : `Found the Jira issue that an earlier attempt had created for ${name}, and linked it.`,
    person:
      creator === null || creator === ownUid ? null : { side: 'align', id: creator, name: creator },
    writtenAs: writerOf(context, 'to-jira'),
    changes,
  };
}
