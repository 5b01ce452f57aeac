import type { AlignItem, AlignRef } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import { itemName } from '../domain/audit-entry';
import { ConcurrentChangeError, ConfigurationError, NotFoundError } from '../domain/errors';
import { codecOf, extraJiraFields } from '../domain/fields';
import { title } from '../domain/fields/title';
import { hint as makeHint } from '../domain/hint';
import type { JiraIssue } from '../domain/issue';
import { issueTypeOf, ruleOf } from '../domain/mapping';
import { intentKey, type AlignRefRecord, type Baseline } from '../domain/pair';
import {
  blankIssue,
  createdBaseline,
  creationBaseline,
  foundBaseline,
  planCreation,
} from '../domain/plan-creation';
import { VIEW_IN_JIRA } from '../domain/web-link';
import { ownAccounts } from '../domain/settings';
import { createIssue } from './create-issue';
import {
  isNewSince,
  PARENT_ATTEMPTS,
  requireSettled,
  surelyNotCreated,
  waitForParent,
} from './creation-timing';
import { nowIso } from './dependencies';
import { effectOf, linkFound, linkUp } from './link-issue';
import { withNames } from './name-people';
import { requireNobodyCreates } from './other-creations';
import { activeMapping, projectForItem } from './project-of';
import { requireNoIssueNamed, requireNotForeign } from './require-not-foreign';
import { resolveReferences } from './resolve-references';
import type { ProjectContext, SyncContext } from './sync-context';

/**
 * Gives a new Align item its Jira issue, when the mapping of its program says so. The creation carries a mark; an
 * attempt that finds an earlier one searches for the mark before it creates another issue.
 */
export async function importItem(
  context: SyncContext,
  ref: AlignRef,
  record: AlignRefRecord | null,
): Promise<'created' | 'adopted' | 'skipped'> {
  const { deps } = context;
  const item = await context.align.readItem(ref);
  if (item === null || item.removed) {
    if (record?.status === 'creating') await deps.pairs.releaseAlignRef(ref, record);
    return 'skipped';
  }
  const project = await projectForItem(deps, item);
  if (project === null) return 'skipped';
  const wanted = context.hint.source === 'backfill' || isNewSince(item, project.since);
  if (!wanted) return 'skipped';
  const mapping = await activeMapping(deps, project.projectId);
  if (mapping === null || issueTypeOf(mapping, item.type) === null) return 'skipped';
  if (await isOurs(context, item, mapping.programId)) return 'skipped';
  if (record === null) await requireNobodyCreates(context, item, mapping.programId);
  requireNotForeign(mapping, item);
  if (record === null) requireNoIssueNamed(mapping, item);

  const projectContext: ProjectContext = { ...context, mapping };
  if (record === null) await requireParentIssue(projectContext, item);
  const { found, held } = await claimOrFind(projectContext, item, record);
  if (found !== null) {
    await linkFound(projectContext, found, item, {
      baseline: foundBaseline(mapping, found, item, context.connection.jiraActsAs.id),
      refused: {},
      effect: effectOf(projectContext, item, 'adopted', []),
      held,
    });
    return 'adopted';
  }
  await create(projectContext, item, held);
  return 'created';
}

/** An item that the app itself has created, or is creating at this moment, has its issue already. */
async function isOurs(context: SyncContext, item: AlignItem, programId: number): Promise<boolean> {
  if (item.createdBy !== context.connection.alignActsAs.uid) return false;
  const leadsToJira = (item.links ?? []).some(({ name }) => name === VIEW_IN_JIRA);
  if (leadsToJira) return true;
  return (
    (await context.deps.pairs.intent(intentKey(item.type, programId, title.align.read(item)))) !==
    null
  );
}

async function requireParentIssue(context: ProjectContext, item: AlignItem): Promise<void> {
  const { deps, attempt, hint } = context;
  const { parent, parentRequired } = ALIGN_TYPES[item.type];
  const parentId = item.parentId || null;
  if (parent !== null && parentId !== null && issueTypeOf(context.mapping, parent) !== null) {
    const ref = { type: parent, id: parentId };
    const record = await deps.pairs.alignRef(ref);
    if (record?.status === 'paired') return;
    if (record?.status !== 'unlinked' && attempt < PARENT_ATTEMPTS) {
      if (attempt === 0) {
        await deps.queue.push([
          {
            hint: makeHint({
              target: { kind: 'align', ref },
              source: hint.source,
              at: nowIso(deps),
            }),
          },
        ]);
      }
      throw waitForParent(itemName(item.type, item.id));
    }
  }
  if (!parentRequired) return;
  throw new ConfigurationError({
    code: 'PARENT_REQUIRED',
    message: `${itemName(item.type, item.id)} would become a sub-task in Jira, and its ${parent ?? 'parent'} has no issue.`,
    remedy: `Create or link the ${parent ?? 'parent'} in Jira first.`,
  });
}

interface Claimed {
  /** An issue that an earlier attempt has created; null when there is none. */
  found: JiraIssue | null;
  /** The claim that everything further is done under. */
  held: AlignRefRecord;
}

async function claimOrFind(
  context: ProjectContext,
  item: AlignItem,
  record: AlignRefRecord | null,
): Promise<Claimed> {
  const { deps, mapping } = context;
  const at = nowIso(deps);
  const claim = deps.newId();
  if (record === null) {
    const held: AlignRefRecord = {
      v: 1,
      status: 'creating',
      issueId: null,
      projectId: mapping.projectId,
      digest: null,
      alignUpdated: null,
      at,
      claim,
    };
    if (await deps.pairs.claimAlignRef(item, held)) return { found: null, held };
    throw new ConcurrentChangeError(itemName(item.type, item.id));
  }
  requireSettled('jira', record.at, deps.now());
  const made = record.madeIssueId;
  for (const id of made === undefined ? await deps.jira.findMarked(item) : [made]) {
    const issue = await deps.jira.readIssue(id, extraJiraFields(mapping));
    if (issue === null) throw notReadable(id);
    // The index may be behind: the issue itself has the last word.
    if (issue.mark?.alignId === item.id && issue.mark.alignType === item.type) {
      return { found: issue, held: record };
    }
  }
  // Of two attempts at once that both found nothing, only one may go on to create.
  const held: AlignRefRecord = { ...record, at, claim };
  await deps.pairs.renewAlignRef(item, held, record);
  return { found: null, held };
}

function importBaseline(context: ProjectContext, issue: JiraIssue, item: AlignItem): Baseline {
  return creationBaseline(context.mapping, 'jira', issue, item);
}

async function create(
  context: ProjectContext,
  item: AlignItem,
  held: AlignRefRecord,
): Promise<void> {
  const { deps, mapping, connection, hint } = context;
  const issueType = issueTypeOf(mapping, item.type);
  if (issueType === null) throw new Error(`No issue type is mapped to ${item.type}.`);
  const blank = blankIssue(mapping.projectId, issueType.issueTypeId);
  const baseline = importBaseline(context, blank, item);
  const plan = planCreation('jira', blank, item, {
    mapping,
    references: await resolveReferences(context, blank, item, baseline),
    hintActor: hint.actor,
    own: ownAccounts(connection),
  });
  const { id, writes } = await createIssue(context, item, plan, issueType.issueTypeId).catch(
    async (error: unknown) => {
      if (surelyNotCreated(error)) await deps.pairs.releaseAlignRef(item, held);
      throw error;
    },
  );
  const issue = await deps.jira.readIssue(id, extraJiraFields(mapping));
  if (issue === null) {
    await deps.pairs.renewAlignRef(item, { ...held, madeIssueId: id }, held);
    throw notReadable(id);
  }
  await linkUp(context, issue, item, {
    baseline: {
      ...createdBaseline(mapping, 'jira', { issue, item }, plan, writes),
      ...stateOf(context, issue, item),
    },
    refused: plan.refused,
    held,
    effect: effectOf(
      context,
      item,
      'created',
      await withNames(context, [
        ...plan.changes.filter(({ field }) => field !== 'state'),
        ...writes.map(({ change }) => change),
      ]),
    ),
  });
}

/** A new issue begins in its workflow's first status: from there the item's state leads it on. */
function stateOf({ mapping }: ProjectContext, issue: JiraIssue, item: AlignItem): Baseline {
  if (ruleOf(mapping, item.type, 'state').direction === 'off') return {};
  const { jira } = codecOf('state', mapping);
  return { state: { jira: jira.stamp(jira.read(issue, mapping)), align: null } };
}

function notReadable(id: string): NotFoundError {
  return new NotFoundError('jira', {
    code: 'ISSUE_NOT_VISIBLE',
    message: `Jira created issue ${id}, but the account that the app writes as cannot read it.`,
    remedy:
      'Give that account the Browse Projects permission, and check the default issue security level.',
  });
}
