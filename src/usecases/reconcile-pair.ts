import type { FieldName } from '../contract/common';
import { allOf } from '../domain/all-of';
import type { AlignItem } from '../domain/align-item';
import type { AuditEffect } from '../domain/audit-entry';
import { alignDigest, alignKeys } from '../domain/align-digest';
import { NotFoundError } from '../domain/errors';
import { extraJiraFields } from '../domain/fields';
import type { JiraIssue } from '../domain/issue';
import { alignRefOf, standingBaseline, type AlignRefRecord, type Pair } from '../domain/pair';
import { plan } from '../domain/plan';
import { pendingOf, settle, stillPending, type PendingWrite } from '../domain/pending';
import type { HeldRef } from '../domain/ports/store';
import { shorten } from '../domain/stamp';
import { toldInOrder } from '../domain/told-in-order';
import { ownAccounts } from '../domain/settings';
import { applyPlan, type AppliedPlan } from './apply-plan';
import { nowIso } from './dependencies';
import { followMoves } from './follow-moves';
import { keepLinks, type KeptLinks } from './keep-links';
import { knownActor, withNames } from './name-people';
import { entriesOf, fieldEffects } from './record-effect';
import { resolveReferences } from './resolve-references';
import type { ProjectContext } from './sync-context';
import { unlinkPair } from './unlink-pair';
import { writeAhead, type Begun } from './write-ahead';

export type PairOutcome = 'in-step' | 'written' | 'unlinked';

/**
 * Brings one pair in step: reads both sides, plans, writes, and records the new baseline with its audit entries in
 * one transaction. With nothing changed it makes no write on either side.
 */
export async function reconcilePair(context: ProjectContext, pair: Pair): Promise<PairOutcome> {
  const { deps, align, mapping } = context;
  const ref = alignRefOf(pair);
  if (ref === null) throw new Error(`The pair of issue ${pair.issueId} has no Align item.`);

  const [issue, item] = await allOf([
    deps.jira.readIssue(pair.issueId, extraJiraFields(mapping)),
    align.readItem(ref),
  ]);
  const isRemoved = item === null || item.removed;
  // With the item gone, an issue that is gone as well may be what an earlier attempt has deleted.
  const isDeleted = isRemoved && mapping.whenItemRemoved === 'delete';
  if (issue === null && !isDeleted) throw issueHidden(pair);
  if (issue === null || isRemoved) {
    await unlinkPair(context, pair, { gone: 'align', issue, item });
    return 'unlinked';
  }
  const followed = await followMoves(context, pair, issue, item);
  return bringInStep(
    followed.context,
    followed.pair,
    followed.issue,
    followed.item,
    followed.effects,
  );
}

/**
 * The part of a reconcile after both sides have been read.
 * @param before effects that led here, such as the creation of one side; stored with those of this run
 * @param held the claim on the item that a pair without a record comes from
 */
export async function bringInStep(
  context: ProjectContext,
  pair: Pair,
  issue: JiraIssue,
  item: AlignItem,
  before: readonly AuditEffect[] = [],
  held: HeldRef | null = null,
): Promise<PairOutcome> {
  const { connection, mapping, hint } = context;
  const own = ownAccounts(connection);
  const standing = standingBaseline(pair, mapping.jiraFields);
  const settled = settle(pair.pending ?? null, standing, { issue, item, mapping, own });
  const { baseline } = settled;
  const planned = plan({
    pair: { ...pair, baseline },
    issue,
    item,
    context: {
      mapping,
      alignType: item.type,
      references: await resolveReferences(context, issue, item, baseline),
    },
    hintActor: knownActor(hint.actor, issue),
    own,
    retryRefused: hint.thorough,
  });
  const writes = pendingOf(planned, issue, nowIso(context.deps));
  const start = { pair, before, held, settled, writes };
  // A new issue is written to alone, and its changelog tells what became of it; the claim keeps others away.
  const ahead = writes.length > 0 && held === null;
  const begun = ahead ? await writeAhead(context, { ...start, item }) : { ...start, context };
  const applied = await applyPlan(context, issue, item, planned);
  const links =
    applied.failure === null
      ? // The web link says whether the item is finished, which this very run may have changed.
        await keepLinks(context, pair, issue, { ...item, state: stateAfter(item, applied) })
      : unchanged(pair);
  const isNew = before.length > 0 || pair.lastSyncedAt === null;
  await commit(begun.context, { ...begun, issue, item, applied, links, isNew });
  const failure = applied.failure ?? links.failure;
  if (failure !== null) throw failure;
  return applied.wroteAlign || applied.wroteJira || links.repaired.length > 0
    ? 'written'
    : 'in-step';
}

interface Done extends Begun {
  issue: JiraIssue;
  item: AlignItem;
  applied: AppliedPlan;
  links: KeptLinks;
  /** The two have not been in step before. */
  isNew: boolean;
}

const unchanged = (pair: Pair): KeptLinks => ({
  webLink: pair.webLink,
  viewInJira: pair.viewInJira,
  repaired: [],
  failure: null,
});

async function commit(context: ProjectContext, done: Done): Promise<void> {
  const { deps, hint, mapping } = context;
  const { pair, issue, item, applied, links, before, held, settled, writes, isNew } = done;
  const news = applied.changes.filter(({ field }) => !isToldAlready(pair, applied, field));
  const changes = await withNames(context, news);
  const effects = [
    ...before,
    ...toldInOrder(await withNames(context, settled.changes)).flatMap((part) =>
      fieldEffects(context, part),
    ),
    ...fieldEffects(context, changes),
  ];
  // A link that is written with the item it belongs to was never missing.
  if (links.repaired.length > 0 && !isNew) {
    effects.push({
      direction: links.repaired.includes('web-link') ? 'to-jira' : 'to-align',
      outcome: 'link-repaired',
      code: 'LINK_REPAIRED',
      message: repairedSentence(links),
      person: null,
      writtenAs: null,
    });
  }
  const next: Pair = {
    ...pair,
    issueKey: issue.key,
    title: shorten(titleAfter(issue, applied)).text,
    status: 'paired',
    revision: pair.revision + 1,
    sequence: pair.sequence + effects.length,
    baseline: applied.baseline,
    refused: applied.refused,
    decisions: applied.decisions,
    // After a failure the same hint comes again and must not be taken for stale.
    jiraUpdated: applied.failure === null ? issue.updated : pair.jiraUpdated,
    alignUpdated:
      applied.failure === null ? (item.updated ?? pair.alignUpdated) : pair.alignUpdated,
    jiraFields: mapping.jiraFields,
    jiraStatus: applied.jiraStatus ?? issue.status.name,
    alignState: stateAfter(item, applied),
    webLink: links.webLink,
    viewInJira: links.viewInJira,
    lastSyncedAt: applied.failure === null ? nowIso(deps) : pair.lastSyncedAt,
    creation: null,
    pending: stillPending(writes, knownIn(applied, writes), settled.open, context.startedAt),
    issueTypeId: issue.issueTypeId,
    programId: item.programId,
  };
  const entries = entriesOf(context, { ...next, sequence: pair.sequence }, effects);
  await deps.pairs.commit({
    pair: next,
    alignRef: { ref: item, record: refRecord(context, next, item, applied) },
    held,
    entries,
    endIntent: pair.creation?.intentKey ?? null,
  });
  deps.log('info', 'reconciled', {
    issueId: pair.issueId,
    source: hint.source,
    entries: entries.length,
    jira: deps.meter.count.jira,
    align: deps.meter.count.align,
  });
}

/** Fields of which it is known what became of their write. */
function knownIn(
  { alignWrites, jiraWrites, refused, failure }: AppliedPlan,
  writes: readonly PendingWrite[],
): ReadonlySet<FieldName> {
  if (failure === null) return new Set(writes.map(({ field }) => field));
  const done = [...alignWrites, ...jiraWrites].map(({ field }) => field);
  return new Set([...done, ...(Object.keys(refused) as FieldName[])]);
}

/** A field that was tried again and refused as before: its entry is in the history already. */
function isToldAlready(pair: Pair, applied: AppliedPlan, field: FieldName): boolean {
  const before = pair.refused[field];
  const now = applied.refused[field];
  return before !== undefined && before.key === now?.key && before.code === now.code;
}

function stateAfter(item: AlignItem, applied: AppliedPlan): number | null {
  const write = applied.alignWrites.find(({ field }) => field === 'state');
  return typeof write?.value === 'number' ? write.value : item.state;
}

function titleAfter(issue: JiraIssue, { jiraWrites }: AppliedPlan): string {
  const write = jiraWrites.find(({ field }) => field === 'title');
  return typeof write?.value === 'string' ? write.value : issue.summary;
}

function refRecord(
  { deps, mapping }: ProjectContext,
  pair: Pair,
  item: AlignItem,
  applied: AppliedPlan,
): AlignRefRecord {
  const written = applied.alignWrites.map(({ field, base }) => [field, base.align?.key]);
  return {
    v: 1,
    status: 'paired',
    issueId: pair.issueId,
    projectId: pair.projectId,
    digest:
      applied.failure === null
        ? alignDigest({ ...alignKeys(item, mapping), ...Object.fromEntries(written) })
        : null,
    alignUpdated: item.updated,
    at: nowIso(deps),
    programId: item.programId,
  };
}

function repairedSentence(links: KeptLinks): string {
  const names = links.repaired.map((link) =>
    link === 'web-link' ? 'the web link in Jira' : '"View in Jira" in Jira Align',
  );
  return `Restored ${names.join(' and ')}.`;
}

function issueHidden(pair: Pair): NotFoundError {
  return new NotFoundError('jira', {
    code: 'ISSUE_NOT_VISIBLE',
    message: `${pair.issueKey} cannot be read: it was deleted, or the account that the app writes as may not see it.`,
    remedy:
      'Give that account the Browse Projects permission and access to the issue security level. If the issue was deleted, unlink the pair.',
  });
}
