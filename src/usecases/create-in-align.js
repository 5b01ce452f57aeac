import { ALIGN_TYPES } from '../domain/align-type';
import { itemName } from '../domain/audit-entry';
import {
  ConcurrentChangeError,
  ConfigurationError,
  NotYetError,
  RejectedError,
} from '../domain/errors';
import { codecOf } from '../domain/fields';
import { hint as makeHint } from '../domain/hint';
import { alignTypeOf } from '../domain/mapping';
import { intentKey } from '../domain/pair';
import { blankItem, creationBaseline, planCreation } from '../domain/plan-creation';
import { shorten } from '../domain/stamp';
import { issueUrl, viewInJira } from '../domain/web-link';
import { alignValues } from './apply-writes';
import { PARENT_ATTEMPTS, requireSettled, waitForParent } from './creation-timing';
import { nowIso } from './dependencies';
import { findOrphan } from './find-orphan';
import { bringInStep } from './reconcile-pair';
import { writerOf } from './record-effect';
import { resolveReferences } from './resolve-references';
export async function createInAlign(context, issue, begun) {
  const { deps, mapping, connection } = context;
  const type = alignTypeOf(mapping, issue.issueTypeId);
  if (type === null) return 'skipped';
  if (begun === null) await requireParent(context, issue);
  const pair = begun ?? (await begin(context, issue, type));
  const intent = await claim(context, pair, issue);
  const url = issueUrl(connection.jiraSiteUrl, issue.key);
  if (begun !== null) {
    requireSettled('align', pair.creation?.at ?? intent.at, deps.now());
    const orphan = await findOrphan(context, intent, url);
    if (orphan !== null) {
      await adopt(context, pair, issue, orphan);
      return 'adopted';
    }
  }
  const blank = blankItem(type, mapping.programId);
  const plan = await planFor(context, issue, blank);
  const { item, writes, refusals } = await create(context, issue, blank, plan, url);
  await takeRef(context, issue, item);
  const effect = createdEffect(context, item, [
    ...plan.changes,
    ...writes.map(({ change }) => change),
    ...refusals,
  ]);
  const written = Object.fromEntries(writes.map(({ field, base }) => [field, base]));
  await bringInStep(
    context,
    {
      ...pair,
      alignId: item.id,
      baseline: { ...plan.baseline, ...written },
      refused: plan.refused,
    },
    issue,
    item,
    [effect],
  );
  return 'created';
}
async function requireParent(context, issue) {
  const { deps, mapping, attempt, hint } = context;
  const type = alignTypeOf(mapping, issue.issueTypeId);
  if (type === null) return;
  const info = ALIGN_TYPES[type];
  const wanted = info.parent;
  if (wanted === null || issue.parentId === null) {
    if (info.parentRequired) throw parentMissing(issue, type);
    return;
  }
  const parentPair = await deps.pairs.byIssue(issue.parentId);
  if (parentPair?.status === 'paired' && parentPair.alignType === wanted) return;
  const canCome =
    issue.parentTypeId === null || alignTypeOf(mapping, issue.parentTypeId) === wanted;
  if (canCome && attempt < PARENT_ATTEMPTS) {
    const target = { kind: 'issue', issueId: issue.parentId, projectId: null };
    if (attempt === 0) {
      await deps.queue.push([
        { hint: makeHint({ target, source: hint.source, at: nowIso(deps) }) },
      ]);
    }
    throw waitForParent(issue.key);
  }
  if (info.parentRequired) throw parentMissing(issue, type);
}
function parentMissing(issue, type) {
  const parent = ALIGN_TYPES[type].parent;
  return new ConfigurationError({
    code: 'PARENT_REQUIRED',
    message: `${issue.key} would become a ${type} in Jira Align, which needs a ${parent} as its parent, and its parent has none.`,
    remedy: `Map the parent's issue type to ${parent}, or move ${issue.key} under an issue that is synced.`,
  });
}
async function begin({ deps, mapping }, issue, alignType) {
  const at = nowIso(deps);
  const pair = {
    v: 1,
    issueId: issue.id,
    issueKey: issue.key,
    projectId: issue.projectId,
    title: shorten(issue.summary).text,
    alignType,
    alignId: null,
    status: 'creating',
    revision: 1,
    sequence: 0,
    baseline: {},
    refused: {},
    jiraUpdated: null,
    alignUpdated: null,
    jiraStatus: issue.status.name,
    alignState: null,
    webLink: { state: 'missing', resolved: false, checkedAt: null },
    viewInJira: 'missing',
    lastSyncedAt: null,
    creation: { at, intentKey: intentKey(alignType, mapping.programId, titleOf(issue)) },
  };
  if (!(await deps.pairs.begin(pair))) throw new ConcurrentChangeError(`The pair of ${issue.key}`);
  return pair;
}
function titleOf(issue) {
  return codecOf('title').jira.read(issue);
}
async function claim({ deps, mapping }, pair, issue) {
  const key =
    pair.creation?.intentKey ?? intentKey(pair.alignType, mapping.programId, titleOf(issue));
  const intent = {
    v: 1,
    issueId: issue.id,
    type: pair.alignType,
    programId: mapping.programId,
    title: titleOf(issue),
    at: pair.creation?.at ?? nowIso(deps),
  };
  if (await deps.pairs.claimIntent(key, intent)) return intent;
  const holder = await deps.pairs.intent(key);
  if (holder?.issueId === issue.id) return holder;
  throw new NotYetError(
    {
      code: 'SAME_TITLE_FIRST',
      message: `Another issue with the title of ${issue.key} is being created in Jira Align.`,
      remedy:
        'Nothing to do: they are created one after the other, so that they cannot be confused.',
    },
    15,
  );
}
async function planFor(context, issue, blank) {
  const { mapping, connection, hint } = context;
  const baseline = creationBaseline(mapping, 'align', issue, blank);
  return planCreation('align', issue, blank, {
    mapping,
    references: await resolveReferences(context, issue, blank, baseline),
    hintActor: hint.actor,
    ownUid: connection.alignActsAs.uid,
  });
}
const DEMANDED = new Set(['title', 'description', 'state']);
async function create(context, issue, blank, plan, url) {
  const { align, mapping, connection } = context;
  const keeps = ({ field }) =>
    DEMANDED.has(field) || (field === 'parent' && ALIGN_TYPES[blank.type].parentRequired);
  let writes = plan.writes;
  const refusals = [];
  for (;;) {
    const values = {
      title: titleOf(issue),
      description: '',
      state: blank.state,
      ...alignValues(writes),
    };
    try {
      const created = await align.createItem(blank.type, {
        programId: mapping.programId,
        values,
        issueKey: issue.key,
        link: connection.viewInJira === 'not-supported' ? null : viewInJira(url),
      });
      return { item: created.item ?? asWritten(blank, created.id, values), writes, refusals };
    } catch (error) {
      const kept = writes.filter(keeps);
      if (!(error instanceof RejectedError) || kept.length === writes.length) throw error;
      for (const { change } of writes.filter((write) => !keeps(write))) {
        const remedy = `${error.message} ${error.remedy}`;
        refusals.push({ ...change, outcome: 'refused', remedy });
      }
      writes = kept;
    }
  }
}
function asWritten(blank, id, values) {
  return { ...blank, ...values, id };
}
async function takeRef({ deps }, issue, item) {
  const record = {
    v: 1,
    status: 'creating',
    issueId: issue.id,
    projectId: issue.projectId,
    digest: null,
    alignUpdated: null,
    at: nowIso(deps),
  };
  if (await deps.pairs.claimAlignRef(item, record)) return;
  const holder = await deps.pairs.alignRef(item);
  if (holder?.issueId !== issue.id) {
    throw new ConcurrentChangeError(itemName(item.type, item.id));
  }
}
export async function adopt(context, pair, issue, item) {
  await takeRef(context, issue, item);
  const effect = {
    direction: 'to-align',
    outcome: 'adopted',
    code: 'ADOPTED',
    message: `Found ${itemName(item.type, item.id)} in Jira Align, which an earlier attempt had created for ${issue.key}, and linked it.`,
    person: context.hint.actor,
    writtenAs: writerOf(context, 'to-align'),
  };
  const baseline = creationBaseline(context.mapping, 'align', issue, item);
  await bringInStep(context, { ...pair, alignId: item.id, baseline }, issue, item, [effect]);
}
function createdEffect(context, item, changes) {
  const refused = changes.find(({ outcome }) => outcome === 'refused');
  return {
    direction: 'to-align',
    outcome: 'created',
    code: 'CREATED',
    message: `Created ${itemName(item.type, item.id)} in Jira Align.`,
    remedy: refused?.remedy ?? null,
    person: context.hint.actor?.side === 'jira' ? context.hint.actor : null,
    writtenAs: writerOf(context, 'to-align'),
    changes,
  };
}
