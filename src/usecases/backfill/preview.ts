import type { BackfillPreview, BackfillRequest, BackfillSample } from '../../contract/backfill';
import type { ProjectMapping } from '../../contract/mapping';
import { allOf } from '../../domain/all-of';
import { backfillSteps } from '../../domain/backfill';
import { backfillJql } from '../../domain/jql';
import { hint } from '../../domain/hint';
import { extraJiraFields } from '../../domain/fields';
import type { JiraIssue } from '../../domain/issue';
import { alignTypeOf } from '../../domain/mapping';
import { nowIso } from '../dependencies';
import { openSync, type ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';
import { findTwin, lookupFor } from './find-twin';
import { freeItems, itemsPage } from './free-items';
import { requireMapping } from './require-mapping';

/** Samples of each kind that a preview shows, and looks up in each pass. */
const SAMPLES = 10;

/** Pairs are counted by so many a query. */
const PAGE = 100;

/** Titles looked up at the same time. */
const AT_ONCE = 5;

/** A page's call has 25 seconds (Forge limits). What is not counted after this long is given as "at least". */
const COUNTING_MS = 10_000;

/** Finds out what a backfill would do, without a write on either side or in storage. */
export async function previewBackfill(
  deps: BackfillDependencies,
  request: BackfillRequest,
): Promise<BackfillPreview> {
  const mapping = await requireMapping(deps, request.projectId);
  const at = nowIso(deps);
  const until = deps.now() + COUNTING_MS;
  const target = { kind: 'issue', issueId: '', projectId: mapping.projectId } as const;
  const context: ProjectContext = {
    ...(await openSync(deps, hint({ target, source: 'backfill', at }), 0)),
    mapping,
  };
  const { projectId } = mapping;
  const mapped = mapping.types.map(({ issueTypeId }) => issueTypeId);
  const others = backfillJql(projectId, { notOf: mapped }, null);
  const [issues, skipped, paired, items, samples, notMapped] = await allOf([
    deps.jiraBulk.countIssues(backfillJql(projectId, { of: mapped }, null)),
    deps.jiraBulk.countIssues(others),
    countPairs(deps, projectId, until),
    countFreeItems(deps, context, request, until),
    sampleUnpaired(deps, context, request),
    deps.jiraBulk.searchIssues(others, [], SAMPLES),
  ]);
  const { toCreate, toLink } = samples;
  return {
    at,
    issues,
    paired: paired.count,
    skipped,
    alignItems: request.includeAlign ? items.count : null,
    isAtLeast: !paired.isComplete || !items.isComplete,
    wouldLink: toLink.length,
    toCreate: toCreate.slice(0, SAMPLES),
    toLink: toLink.slice(0, SAMPLES),
    notMapped: notMapped.map((issue) => sample(issue, mapping)),
  };
}

/** A count, and whether it was made to the end. */
interface Counted {
  count: number;
  isComplete: boolean;
}

async function countPairs(
  deps: BackfillDependencies,
  projectId: string,
  until: number,
): Promise<Counted> {
  let count = 0;
  let cursor: string | undefined;
  for (;;) {
    const listing = await deps.pairs.list({ projectId, cursor, limit: PAGE });
    count += listing.items.filter(({ status }) => status === 'paired').length;
    if (listing.cursor === null) return { count, isComplete: true };
    if (deps.now() > until) return { count, isComplete: false };
    cursor = listing.cursor;
  }
}

async function countFreeItems(
  deps: BackfillDependencies,
  context: ProjectContext,
  request: BackfillRequest,
  until: number,
): Promise<Counted> {
  let count = 0;
  for (const step of backfillSteps(context.mapping, request)) {
    if (step.side === 'jira') continue;
    let after: number | null = 0;
    while (after !== null) {
      if (deps.now() > until) return { count, isComplete: false };
      const page: Awaited<ReturnType<typeof itemsPage>> = await itemsPage(
        deps,
        context,
        step.type,
        after,
      );
      count += (await freeItems(deps, page.items)).length;
      after = page.next;
    }
  }
  return { count, isComplete: true };
}

/** Of the first page of each pass the issues without a pair, sorted by what would become of them. */
async function sampleUnpaired(
  deps: BackfillDependencies,
  context: ProjectContext,
  request: BackfillRequest,
): Promise<{ toCreate: BackfillSample[]; toLink: BackfillSample[] }> {
  const issues = await firstUnpaired(deps, context.mapping);
  const lookup = await lookupFor(deps, context.connection, context.mapping, request);
  const wouldLink = async (issue: JiraIssue) =>
    (await isMarked(context, issue)) ||
    (lookup !== null && (await findTwin(context, lookup, issue)) !== null);
  const toCreate: BackfillSample[] = [];
  const toLink: BackfillSample[] = [];
  for (let from = 0; from < issues.length; from += AT_ONCE) {
    const batch = issues.slice(from, from + AT_ONCE);
    const linked = await allOf(batch.map(wouldLink));
    for (const [index, issue] of batch.entries()) {
      (linked[index] === true ? toLink : toCreate).push(sample(issue, context.mapping));
    }
  }
  return { toCreate, toLink };
}

async function firstUnpaired(
  { jiraBulk, pairs: store }: BackfillDependencies,
  mapping: ProjectMapping,
): Promise<JiraIssue[]> {
  const found: JiraIssue[] = [];
  for (const step of backfillSteps(mapping, { includeAlign: false })) {
    if (step.side === 'align') continue;
    const jql = backfillJql(mapping.projectId, { of: step.issueTypeIds }, null);
    const page = await jiraBulk.searchIssues(jql, extraJiraFields(mapping));
    const pairs = await store.byIssues(page.map(({ id }) => id));
    found.push(...page.filter(({ id }) => !pairs.has(id)).slice(0, SAMPLES));
  }
  return found;
}

/** A mark of an earlier installation names the item. */
async function isMarked({ align, mapping }: ProjectContext, issue: JiraIssue): Promise<boolean> {
  const { mark } = issue;
  if (mark === null || alignTypeOf(mapping, issue.issueTypeId) !== mark.alignType) return false;
  const item = await align.readItem({ type: mark.alignType, id: mark.alignId });
  return item !== null && !item.removed;
}

function sample({ key, summary, issueTypeId }: JiraIssue, mapping: ProjectMapping): BackfillSample {
  return { key, title: summary, alignType: alignTypeOf(mapping, issueTypeId) };
}
