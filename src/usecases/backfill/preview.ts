import type { BackfillPreview, BackfillRequest, BackfillSample } from '../../contract/backfill';
import type { ProjectMapping } from '../../contract/mapping';
import { backfillJql, backfillSteps } from '../../domain/backfill';
import { hint } from '../../domain/hint';
import type { JiraIssue } from '../../domain/issue';
import { alignTypeOf } from '../../domain/mapping';
import { alignKey } from '../../domain/pair';
import { nowIso } from '../dependencies';
import { openSync, type ProjectContext } from '../sync-context';
import type { BackfillDependencies } from './dependencies';
import { requireMapping } from './require-mapping';
import { matchByTitle } from './title-match';

/** Samples of each kind that a preview shows. */
const SAMPLES = 10;

const PAGE = 100;

/** Pages of Align items that a preview counts for each type; a program with more is given as at least that many. */
const ALIGN_PAGES = 20;

/** Pages of pairs that are counted; each has 100. */
const PAIR_PAGES = 200;

/** Finds out what a backfill would do, without a write on either side or in storage. */
export async function previewBackfill(
  deps: BackfillDependencies,
  request: BackfillRequest,
): Promise<BackfillPreview> {
  const mapping = await requireMapping(deps, request.projectId);
  const at = nowIso(deps);
  const target = { kind: 'issue', issueId: '', projectId: mapping.projectId } as const;
  const context: ProjectContext = {
    ...(await openSync(deps, hint({ target, source: 'backfill', at }), 0)),
    mapping,
  };
  const { projectId } = mapping;
  const mapped = mapping.types.map(({ issueTypeId }) => issueTypeId);
  const [issues, skipped, paired, unpaired, notMapped] = await Promise.all([
    deps.jiraBulk.countIssues(backfillJql(projectId, { of: mapped }, null)),
    deps.jiraBulk.countIssues(backfillJql(projectId, { notOf: mapped }, null)),
    countPairs(deps, projectId),
    firstUnpaired(deps, mapping),
    deps.jiraBulk.searchIssues(backfillJql(projectId, { notOf: mapped }, null), null),
  ]);
  const { toCreate, toLink } = await sortSamples(deps, context, request, unpaired);
  return {
    at,
    issues,
    paired,
    skipped,
    alignItems: request.includeAlign ? await countFreeItems(context) : null,
    wouldLink: toLink.length,
    toCreate: toCreate.slice(0, SAMPLES),
    toLink: toLink.slice(0, SAMPLES),
    notMapped: notMapped.slice(0, SAMPLES).map((issue) => sample(issue, mapping)),
  };
}

async function countPairs(deps: BackfillDependencies, projectId: string): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  for (let page = 0; page < PAIR_PAGES; page += 1) {
    const listing = await deps.pairs.list({ projectId, cursor, limit: PAGE });
    count += listing.items.filter(({ status }) => status === 'paired').length;
    if (listing.cursor === null) break;
    cursor = listing.cursor;
  }
  return count;
}

/** Issues without a pair on the first page of each step. */
async function firstUnpaired(
  { jiraBulk, pairs: store }: BackfillDependencies,
  mapping: ProjectMapping,
): Promise<JiraIssue[]> {
  const found: JiraIssue[] = [];
  for (const step of backfillSteps(mapping, { matchByTitle: false, includeAlign: false })) {
    if (step.side === 'align') continue;
    const jql = backfillJql(mapping.projectId, { of: step.issueTypeIds }, null);
    const page = await jiraBulk.searchIssues(jql, mapping.pointsFieldId);
    const pairs = await store.byIssues(page.map(({ id }) => id));
    found.push(...page.filter(({ id }) => !pairs.has(id)).slice(0, SAMPLES));
  }
  return found;
}

async function sortSamples(
  deps: BackfillDependencies,
  context: ProjectContext,
  request: BackfillRequest,
  issues: readonly JiraIssue[],
): Promise<{ toCreate: BackfillSample[]; toLink: BackfillSample[] }> {
  const toCreate: BackfillSample[] = [];
  const toLink: BackfillSample[] = [];
  const titles = request.matchByTitle ? await deps.alignTitles(context.connection) : null;
  for (const issue of issues) {
    const match = titles === null ? null : await matchByTitle(context, titles, issue);
    (match === null ? toCreate : toLink).push(sample(issue, context.mapping));
  }
  return { toCreate, toLink };
}

function sample({ key, summary, issueTypeId }: JiraIssue, mapping: ProjectMapping): BackfillSample {
  return { key, title: summary, alignType: alignTypeOf(mapping, issueTypeId) };
}

async function countFreeItems({ deps, align, mapping }: ProjectContext): Promise<number> {
  let count = 0;
  for (const step of backfillSteps(mapping, { matchByTitle: false, includeAlign: true })) {
    if (step.side === 'jira') continue;
    let afterId = 0;
    for (let page = 0; page < ALIGN_PAGES; page += 1) {
      const query = { type: step.type, programIds: [mapping.programId], afterId, top: PAGE };
      const items = await align.listItems(query);
      const records = await deps.pairs.alignRefs(items);
      count += items.filter((item) => !item.removed && !records.has(alignKey(item))).length;
      const last = items[items.length - 1];
      if (items.length < PAGE || last === undefined) break;
      afterId = last.id;
    }
  }
  return count;
}
