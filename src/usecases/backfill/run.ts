import type { ProjectMapping } from '../../contract/mapping';
import {
  addCounts,
  backfillSteps,
  isUnderWay,
  restarted,
  wantOf,
  type Backfill,
  type BackfillStep,
} from '../../domain/backfill';
import { SyncError, TokenRefusedError, UnexpectedError } from '../../domain/errors';
import { hint as makeHint, type Hint } from '../../domain/hint';
import { egressShare, TIMEOUT_SECONDS } from '../../domain/run-limits';
import { MAX_DELAY_SECONDS } from '../../domain/retry';
import { nowIso } from '../dependencies';
import { faultPlace } from '../fault-place';
import { markRefused } from '../handle-hint';
import { projectState } from '../project-of';
import { shareOf } from '../run-share';
import { openSync, type ProjectContext } from '../sync-context';
import type { BackfillDependencies, BackfillMessage } from './dependencies';
import { alignPage } from './align-page';
import { lookupFor } from './find-twin';
import { jiraPage } from './jira-page';
import type { PageResult, PageRun } from './page';

/** One run works this long and then hands on to the next, well before Forge's 900 seconds end it. */
const BUDGET_MS = 10 * 60_000;

/** Requests to Jira Align; of what Forge allows, one page may still be ahead. */
const ALIGN_REQUESTS = egressShare(TIMEOUT_SECONDS.backfill);

/** Within a page the place is kept this often, so that progress shows and a run that is ended costs little. */
const CHECKPOINT_MS = 15_000;

/** Tries again after this long when a side does not answer. */
const PAUSE_SECONDS = 120;

/**
 * Works on a backfill, page by page. After each page its place is stored, so that a run that is ended in the middle
 * costs a part of one page, whose issues are found paired when they are looked at again. What a person wants is read
 * before each page.
 */
export async function runBackfill(
  deps: BackfillDependencies,
  message: BackfillMessage,
): Promise<Backfill['status'] | 'superseded'> {
  const stored = await deps.backfills.get(message.projectId);
  if (stored === null || stored.id !== message.id) return 'superseded';
  if (!isUnderWay(stored)) return stored.status;
  // A late message: the reason why it has paused stays to be seen.
  if (stored.status === 'paused' && (await wish(deps, stored)) === 'pause') return 'paused';

  const begun = nowIso(deps);
  const isSpent = shareOf(deps, { ms: BUDGET_MS, alignRequests: ALIGN_REQUESTS });
  let backfill: Backfill = { ...stored, status: 'running', problem: null };
  for (;;) {
    const wanted = await wish(deps, backfill);
    if (wanted === 'cancel') return stop(deps, backfill, 'cancelled', null);
    if (wanted === 'pause') return stop(deps, backfill, 'paused', null);
    const { mapping, halt } = await projectState(deps, stored.projectId);
    if (mapping === null) return stop(deps, backfill, 'paused', halt ?? NOT_MAPPED);
    if (mapping.version !== backfill.mappingVersion)
      backfill = restarted(backfill, mapping.version);
    const step = backfillSteps(mapping, stored.choices)[backfill.cursor.step];
    if (step === undefined) return stop(deps, backfill, 'done', null);
    if (deps.meter.nearLimit) return wait(deps, backfill, NEAR_LIMIT, MAX_DELAY_SECONDS);
    if (isSpent()) {
      await deps.backfillQueue.push(message, 0);
      return backfill.status;
    }
    let page: PageResult;
    try {
      page = await workOn(deps, backfill, mapping, step, isSpent);
    } catch (error) {
      return onError(deps, backfill, begun, error);
    }
    backfill = advanced(deps, backfill, page);
    await deps.backfills.put(backfill);
    if (page.failure !== null) return onError(deps, backfill, begun, page.failure);
  }
}

async function wish({ backfills }: BackfillDependencies, backfill: Backfill) {
  return wantOf(backfill, await backfills.control(backfill.projectId));
}

async function workOn(
  deps: BackfillDependencies,
  backfill: Backfill,
  mapping: ProjectMapping,
  step: BackfillStep,
  isSpent: () => boolean,
): Promise<PageResult> {
  const base = await openSync(deps, backfillHint(deps, backfill), 0);
  const context: ProjectContext = { ...base, mapping };
  const { after } = backfill.cursor;
  let keptAt = deps.now();
  const run: PageRun = {
    isSpent,
    isCheckpointDue: () => deps.now() - keptAt >= CHECKPOINT_MS,
    checkpoint: async (counts, place) => {
      keptAt = deps.now();
      const soFar = { counts, next: { after: place }, failure: null };
      await deps.backfills.put(advanced(deps, backfill, soFar));
    },
  };
  if (step.side === 'align') return alignPage(deps, context, { type: step.type, after }, run);
  const lookup = await lookupFor(deps, base.connection, mapping, backfill.choices);
  return jiraPage(deps, context, { step, after, lookup }, run);
}

/** Whatever a backfill writes was asked for by the person who started it. */
function backfillHint(deps: BackfillDependencies, { projectId, by }: Backfill): Hint {
  const target = { kind: 'issue', issueId: '', projectId } as const;
  return makeHint({ target, source: 'backfill', at: nowIso(deps), actor: by });
}

function advanced(deps: BackfillDependencies, backfill: Backfill, page: PageResult): Backfill {
  const { step } = backfill.cursor;
  return {
    ...backfill,
    updatedAt: nowIso(deps),
    counts: addCounts(backfill.counts, page.counts),
    cursor: page.next === null ? { step: step + 1, after: null } : { step, after: page.next.after },
  };
}

/** @param begun when the run had begun: a token that was saved after that is not the one that was refused */
async function onError(
  deps: BackfillDependencies,
  backfill: Backfill,
  begun: string,
  thrown: unknown,
): Promise<Backfill['status']> {
  const error = thrown instanceof SyncError ? thrown : new UnexpectedError(thrown);
  const { code, message, remedy, retry } = error;
  const detail = error === thrown ? null : placeOf(thrown);
  const level = error === thrown ? 'warn' : 'error';
  deps.log(level, 'backfill-stopped', { code, projectId: backfill.projectId, detail });
  if (error instanceof TokenRefusedError && error.side === 'align') await markRefused(deps, begun);
  const problem = { code, message, remedy };
  if (retry.kind === 'never') return stop(deps, backfill, 'paused', problem);
  const seconds = retry.kind === 'after' ? retry.seconds : PAUSE_SECONDS;
  return wait(deps, backfill, problem, Math.min(MAX_DELAY_SECONDS, Math.ceil(seconds)));
}

function placeOf(thrown: unknown): string {
  return thrown instanceof Error ? faultPlace(thrown) : typeof thrown;
}

async function wait(
  deps: BackfillDependencies,
  backfill: Backfill,
  problem: Backfill['problem'],
  seconds: number,
): Promise<'waiting'> {
  await deps.backfills.put({ ...backfill, status: 'waiting', updatedAt: nowIso(deps), problem });
  await deps.backfillQueue.push({ v: 1, projectId: backfill.projectId, id: backfill.id }, seconds);
  return 'waiting';
}

async function stop(
  deps: BackfillDependencies,
  backfill: Backfill,
  status: 'done' | 'paused' | 'cancelled',
  problem: Backfill['problem'],
): Promise<typeof status> {
  await deps.backfills.put({ ...backfill, status, updatedAt: nowIso(deps), problem });
  if (status === 'paused' && problem !== null) {
    // A stop that no person asked for: resuming is then theirs to ask for.
    await deps.backfills.setControl(backfill.projectId, { v: 1, id: backfill.id, want: 'pause' });
  }
  deps.log('info', 'backfill', { status, projectId: backfill.projectId, ...backfill.counts });
  return status;
}

const NOT_MAPPED = {
  code: 'NOT_MAPPED',
  message: 'The project is no longer mapped, or its sync is off.',
  remedy: 'Map the project and switch its sync on, then resume.',
} as const;

const NEAR_LIMIT = {
  code: 'JIRA_NEAR_LIMIT',
  message:
    "Most of the hour's request budget of Jira is used. The backfill leaves the rest to the sync.",
  remedy: 'Nothing to do: it goes on when the budget is there again.',
} as const;
