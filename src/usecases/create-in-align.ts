import { withValues, type AlignItem } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import { itemName, type AuditEffect } from '../domain/audit-entry';
import { ConcurrentChangeError, RejectedError } from '../domain/errors';
import type { JiraIssue } from '../domain/issue';
import { alignTypeOf } from '../domain/mapping';
import { alignRefOf, type Pair } from '../domain/pair';
import {
  blankItem,
  createdBaseline,
  creationBaseline,
  givenTitle,
  planCreation,
} from '../domain/plan-creation';
import type { FieldWrite, Plan } from '../domain/plan';
import { issueUrl, viewInJira } from '../domain/web-link';
import { ownAccounts } from '../domain/settings';
import { adopt, creatingRef, takeRef } from './adopt';
import { alignValues } from './apply-writes';
import { begin, claim, titleOf } from './begin-creation';
import { requireSettled, surelyNotCreated } from './creation-timing';
import { nowIso } from './dependencies';
import { findOrphan } from './find-orphan';
import { withNames } from './name-people';
import { requireParent } from './parent-first';
import { bringInStep } from './reconcile-pair';
import { writerOf } from './record-effect';
import { resolveReferences } from './resolve-references';
import type { ProjectContext } from './sync-context';
import { unlinkPair } from './unlink-pair';
import { withCustomFields, type Creation } from './created-custom-fields';

/**
 * Gives an issue its Align item. The one step that cannot simply be repeated: an intent is stored first, and an
 * attempt that finds one looks for the item before it creates another.
 * @param begun the pair's record when an earlier attempt has left one
 */
export async function createInAlign(
  context: ProjectContext,
  issue: JiraIssue,
  begun: Pair | null,
): Promise<'created' | 'adopted' | 'skipped'> {
  const { deps, mapping, connection } = context;
  if (begun !== null && begun.alignId !== null) return takeUp(context, issue, begun);
  const type = alignTypeOf(mapping, issue.issueTypeId);
  if (type === null) return 'skipped';
  if (begun === null) await requireParent(context, issue);

  let pair = begun ?? (await begin(context, issue, type));
  const { key, intent, fresh } = await claim(context, pair, issue);
  const url = issueUrl(connection.jiraSiteUrl, issue.key);
  if (fresh) await requireStillCreating(context, pair, key);
  else {
    requireSettled('align', intent.triedAt, deps.now());
    const orphan = await findOrphan(context, { key, intent }, url);
    if (orphan !== null) {
      // Noted first: what is about to be written into it may be the title that it was found by.
      await takeRef(context, issue, orphan);
      const known: Pair = { ...pair, baseline: givenTitle(mapping, intent, orphan) };
      await adopt(context, await storeNext(context, known, orphan), issue, orphan);
      return 'adopted';
    }
    pair = await storeNext(context, pair, null);
    await deps.pairs.renewIntent(key, { ...intent, triedAt: nowIso(deps) });
  }
  const blank = blankItem(type, mapping.programId);
  const plan = await planFor(context, issue, blank);
  const { title } = intent;
  const made = await create(context, issue, { ...blank, title }, plan, url).catch(
    async (error: unknown) => {
      // What was refused need not be waited for, and must not keep another issue of this title waiting.
      if (surelyNotCreated(error)) await deps.pairs.releaseIntent(key);
      throw error;
    },
  );
  // From now on the item is found by its number, whatever a person makes of its title.
  const noted = await storeNext(context, pair, made.item);
  const { item, writes } = await withCustomFields(context, made);
  const changes = [...plan.changes, ...writes.map(({ change }) => change)];
  const effect = createdEffect(context, issue, item, await withNames(context, changes));
  const baseline = createdBaseline(mapping, 'align', { issue, item }, plan, writes);
  await bringInStep(context, { ...noted, baseline, refused: plan.refused }, issue, item, [effect]);
  return 'created';
}

/**
 * A claim is also free when another run of this pair has just ended it, with the item made.
 * @throws ConcurrentChangeError
 */
async function requireStillCreating(
  { deps }: ProjectContext,
  pair: Pair,
  claimKey: string,
): Promise<void> {
  const stored = await deps.pairs.byIssue(pair.issueId);
  if (stored?.revision === pair.revision) return;
  await deps.pairs.releaseIntent(claimKey);
  throw new ConcurrentChangeError(`The pair of ${pair.issueKey}`);
}

/**
 * Stores the pair's next revision before the step that must not be made twice.
 * @throws ConcurrentChangeError when another run of the pair has come first
 */
async function storeNext(
  { deps }: ProjectContext,
  pair: Pair,
  item: AlignItem | null,
): Promise<Pair> {
  const next: Pair = { ...pair, alignId: item?.id ?? null, revision: pair.revision + 1 };
  const alignRef = item === null ? null : { ref: item, record: creatingRef(deps, pair) };
  await deps.pairs.commit({ pair: next, alignRef, entries: [] });
  return next;
}

/** Goes on with an item that an earlier attempt has made and noted. */
async function takeUp(
  context: ProjectContext,
  issue: JiraIssue,
  pair: Pair,
): Promise<'adopted' | 'skipped'> {
  const ref = alignRefOf(pair);
  const item = ref === null ? null : await context.align.readItem(ref);
  if (item === null || item.removed) {
    await unlinkPair(context, pair, { gone: 'align', issue, item });
    return 'skipped';
  }
  await adopt(context, pair, issue, item);
  return 'adopted';
}

async function planFor(context: ProjectContext, issue: JiraIssue, blank: AlignItem): Promise<Plan> {
  const { mapping, connection } = context;
  const baseline = creationBaseline(mapping, 'align', issue, blank);
  return planCreation('align', issue, blank, {
    mapping,
    references: await resolveReferences(context, issue, blank, baseline),
    // Whoever edited a part of it before it was synced stands in the changelog; the rest is the creator's.
    hintActor: issue.creator,
    own: ownAccounts(connection),
  });
}

/** What Align demands of every item; all else may be left out when a creation is refused because of it. */
const DEMANDED: ReadonlySet<string> = new Set(['title', 'description', 'state']);

/**
 * Creates the item under the title it was claimed with, by which alone it can be found again: when the issue has
 * another by now, that one is written right after.
 */
async function create(
  context: ProjectContext,
  issue: JiraIssue,
  blank: AlignItem,
  plan: Plan,
  url: string,
): Promise<Creation> {
  const { align, mapping, connection } = context;
  const keeps = ({ field }: FieldWrite) =>
    DEMANDED.has(field) || (field === 'parent' && ALIGN_TYPES[blank.type].parentRequired);
  const sameTitle = blank.title === titleOf(issue);
  let writes = plan.writes.filter(({ field }) => field !== 'title' || sameTitle);
  for (;;) {
    const values = {
      title: blank.title,
      description: '',
      state: blank.state,
      ...alignValues(mapping, writes),
    };
    try {
      const created = await align.createItem(blank.type, {
        programId: mapping.programId,
        values,
        issueKey: issue.key,
        link: connection.viewInJira === 'not-supported' ? null : viewInJira(url),
      });
      // Where the answer names only its id, the item is as it was sent.
      const item = created.item ?? { ...withValues(blank, values), id: created.id };
      return { item, writes, wasAnswered: created.item !== null };
    } catch (error) {
      const kept = writes.filter(keeps);
      if (!(error instanceof RejectedError) || kept.length === writes.length) throw error;
      writes = kept;
    }
  }
}

function createdEffect(
  context: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
  changes: readonly FieldWrite['change'][],
): AuditEffect {
  const refused = changes.find(({ outcome }) => outcome === 'refused');
  return {
    direction: 'to-align',
    outcome: 'created',
    code: 'CREATED',
    message: `Created ${itemName(item.type, item.id)} in Jira Align.`,
    remedy: refused?.remedy ?? null,
    person: issue.creator,
    writtenAs: writerOf(context, 'to-align'),
    changes,
  };
}
