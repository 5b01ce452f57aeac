import type { ProjectMapping } from '../../contract/mapping';
import {
  addCounts,
  backfillJql,
  backfillSteps,
  type Backfill,
  type BackfillCounts,
  type BackfillStep,
} from '../../domain/backfill';
import { SyncError, TokenRefusedError } from '../../domain/errors';
import { hint as makeHint, type Hint } from '../../domain/hint';
import { MAX_DELAY_SECONDS } from '../../domain/retry';
import { nowIso } from '../dependencies';
import { openSync, type ProjectContext } from '../sync-context';
import { activeMapping } from '../project-of';
import type { BackfillDependencies, BackfillMessage } from './dependencies';
import { alignPage } from './align-page';
import { jiraPage } from './jira-page';

/** One run works this long and then hands on to the next, well before Forge's 900 seconds end it. */
const BUDGET_MS = 10 * 60_000;

/** What a page has come to, and where the next begins; `next` is null at the end of a step. */
export interface PageResult {
  counts: Partial<BackfillCounts>;
  next: string | null;
}

/** Tries again after this long when a side does not answer. */
const PAUSE_SECONDS = 120;

/**
 * Works on a backfill, page by page. After each page its place is stored, so that a run that is ended in the middle
 * costs one page, whose issues are found paired when it is looked at again. What a person wants is read before each
 * page.
 */
export async function runBackfill(
  deps: BackfillDependencies,
  message: BackfillMessage,
): Promise<Backfill['status'] | 'superseded'> {
  const stored = await deps.backfills.get(message.projectId);
  if (stored === null || stored.id !== message.id) return 'superseded';
  if (stored.status === 'done' || stored.status === 'cancelled') return stored.status;
  const mapping = await activeMapping(deps, stored.projectId);
  if (mapping === null) return stop(deps, stored, 'paused', NOT_MAPPED);

  const deadline = deps.now() + BUDGET_MS;
  const steps = backfillSteps(mapping, stored.choices);
  let backfill: Backfill = { ...stored, status: 'running', problem: null };
  for (;;) {
    const control = await deps.backfills.control(backfill.projectId);
    if (control?.id === backfill.id && control.want === 'cancel') {
      return stop(deps, backfill, 'cancelled', null);
    }
    if (control?.id === backfill.id && control.want === 'pause') {
      return stop(deps, backfill, 'paused', null);
    }
    const step = steps[backfill.cursor.step];
    if (step === undefined) return stop(deps, backfill, 'done', null);
    if (deps.meter.nearLimit) return wait(deps, backfill, NEAR_LIMIT, MAX_DELAY_SECONDS);
    if (deps.now() > deadline) {
      await deps.backfillQueue.push(message, 0);
      return backfill.status;
    }
    try {
      const page = await workOn(deps, backfill, mapping, step);
      backfill = await advance(deps, backfill, page);
    } catch (error) {
      return onError(deps, backfill, error);
    }
  }
}

async function workOn(
  deps: BackfillDependencies,
  backfill: Backfill,
  mapping: ProjectMapping,
  step: BackfillStep,
): Promise<PageResult> {
  const base = await openSync(deps, backfillHint(deps, backfill), 0);
  const context: ProjectContext = { ...base, mapping };
  const { choices, cursor } = backfill;
  if (step.side === 'align') return alignPage(deps, context, step.type, cursor.after);
  const titles = choices.matchByTitle ? await deps.alignTitles(base.connection) : null;
  const jql = backfillJql(backfill.projectId, { of: step.issueTypeIds }, cursor.after);
  return jiraPage(deps, context, jql, titles);
}

/** Whatever a backfill writes was asked for by the person who started it. */
function backfillHint(deps: BackfillDependencies, { projectId, by }: Backfill): Hint {
  const target = { kind: 'issue', issueId: '', projectId } as const;
  return makeHint({ target, source: 'backfill', at: nowIso(deps), actor: by });
}

async function advance(
  deps: BackfillDependencies,
  backfill: Backfill,
  page: PageResult,
): Promise<Backfill> {
  const { step } = backfill.cursor;
  const next: Backfill = {
    ...backfill,
    updatedAt: nowIso(deps),
    counts: addCounts(backfill.counts, page.counts),
    cursor: page.next === null ? { step: step + 1, after: null } : { step, after: page.next },
  };
  await deps.backfills.put(next);
  return next;
}

async function onError(
  deps: BackfillDependencies,
  backfill: Backfill,
  error: unknown,
): Promise<Backfill['status']> {
  if (!(error instanceof SyncError)) throw error;
  const { code, message, remedy, retry } = error;
  deps.log('warn', 'backfill-stopped', { code, projectId: backfill.projectId });
  const problem = { code, message, remedy };
  if (error instanceof TokenRefusedError || retry.kind === 'never') {
    return stop(deps, backfill, 'paused', problem);
  }
  const seconds = retry.kind === 'after' ? retry.seconds : PAUSE_SECONDS;
  return wait(deps, backfill, problem, Math.min(MAX_DELAY_SECONDS, Math.ceil(seconds)));
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
