import type { Actor } from '../../contract/common';
import type { BackfillRequest, BackfillView } from '../../contract/backfill';
import {
  isUnderWay,
  NO_COUNTS,
  wantOf,
  type Backfill,
  type BackfillControl,
} from '../../domain/backfill';
import { ConfigurationError } from '../../domain/errors';
import { backfillJql } from '../../domain/jql';
import { settingEntry } from '../setting-entry';
import { nowIso } from '../dependencies';
import type { BackfillDependencies } from './dependencies';
import { requireMapping } from './require-mapping';

/**
 * Begins a backfill of a project.
 * @throws ConfigurationError `BACKFILL_RUNNING` while one is under way, `NOT_MAPPED`
 */
export async function startBackfill(
  deps: BackfillDependencies,
  request: BackfillRequest,
  by: Actor,
): Promise<BackfillView> {
  const { projectId, ...choices } = request;
  const mapping = await requireMapping(deps, projectId);
  const before = await deps.backfills.get(projectId);
  if (before !== null && isUnderWay(before)) {
    const wanted = wantOf(before, await deps.backfills.control(projectId));
    throw wanted === 'cancel' ? ending() : underWay();
  }
  const mapped = mapping.types.map(({ issueTypeId }) => issueTypeId);
  const total = await deps.jiraBulk.countIssues(backfillJql(projectId, { of: mapped }, null));
  const at = nowIso(deps);
  const backfill: Backfill = {
    v: 1,
    id: deps.newId(),
    projectId,
    by,
    choices,
    mappingVersion: mapping.version,
    status: 'running',
    startedAt: at,
    updatedAt: at,
    cursor: { step: 0, after: null },
    counts: { ...NO_COUNTS, total },
    problem: null,
  };
  await deps.backfills.setControl(projectId, { v: 1, id: backfill.id, want: 'run' });
  await deps.backfills.put(backfill);
  await record(
    deps,
    by,
    backfill,
    'BACKFILL_STARTED',
    `Started the backfill of ${mapping.projectKey}.`,
  );
  await deps.backfillQueue.push({ v: 1, projectId, id: backfill.id }, 0);
  return viewOf(backfill, 'run');
}

export async function viewBackfill(
  deps: Pick<BackfillDependencies, 'backfills'>,
  projectId: string,
): Promise<BackfillView> {
  const [backfill, control] = await Promise.all([
    deps.backfills.get(projectId),
    deps.backfills.control(projectId),
  ]);
  return backfill === null ? NOTHING : viewOf(backfill, wantOf(backfill, control));
}

/** Stops before the next page. What is done stays done. */
export function pauseBackfill(deps: BackfillDependencies, projectId: string, by: Actor) {
  return want(deps, projectId, by, 'pause');
}

/** Goes on where it stopped. */
export function resumeBackfill(deps: BackfillDependencies, projectId: string, by: Actor) {
  return want(deps, projectId, by, 'run');
}

/** Stops for good, at the next page. What is done stays done. */
export function cancelBackfill(deps: BackfillDependencies, projectId: string, by: Actor) {
  return want(deps, projectId, by, 'cancel');
}

const SAID = { run: 'Resumed', pause: 'Paused', cancel: 'Cancelled' } as const;

async function want(
  deps: BackfillDependencies,
  projectId: string,
  by: Actor,
  wanted: BackfillControl['want'],
): Promise<BackfillView> {
  const backfill = await deps.backfills.get(projectId);
  if (backfill === null || !isUnderWay(backfill)) throw notUnderWay();
  if (wantOf(backfill, await deps.backfills.control(projectId)) === 'cancel') throw notUnderWay();
  await deps.backfills.setControl(projectId, { v: 1, id: backfill.id, want: wanted });
  const code = `BACKFILL_${SAID[wanted].toUpperCase()}`;
  await record(deps, by, backfill, code, `${SAID[wanted]} the backfill.`);
  // A run that is at work sees it at its next page; when none is, this one does.
  if (wanted !== 'pause') await deps.backfillQueue.push({ v: 1, projectId, id: backfill.id }, 0);
  return viewOf(backfill, wanted);
}

/** What a person wants shows at once; the run that works on it follows at its next page. */
function viewOf(backfill: Backfill, wanted: BackfillControl['want']): BackfillView {
  const { by, startedAt, updatedAt, choices, counts } = backfill;
  const status = isUnderWay(backfill) ? statusWith(backfill, wanted) : backfill.status;
  const problem = status === 'waiting' || status === 'paused' ? backfill.problem : null;
  return { status, by, startedAt, updatedAt, choices, ...counts, problem };
}

function statusWith({ status }: Backfill, wanted: BackfillControl['want']): Backfill['status'] {
  if (wanted === 'pause') return 'paused';
  if (wanted === 'cancel') return 'cancelled';
  return status === 'paused' ? 'running' : status;
}

const NOTHING: Readonly<BackfillView> = {
  status: 'none',
  by: null,
  startedAt: null,
  updatedAt: null,
  choices: { matchByTitle: true, matchByKey: false, includeAlign: false },
  ...NO_COUNTS,
  problem: null,
};

async function record(
  deps: BackfillDependencies,
  by: Actor,
  { projectId }: Backfill,
  code: string,
  message: string,
): Promise<void> {
  await deps.audit.add(settingEntry(deps, by, { code, message, projectId }));
}

function underWay(): ConfigurationError {
  return new ConfigurationError({
    code: 'BACKFILL_RUNNING',
    message: 'A backfill of this project is under way.',
    remedy: 'Wait for its end, or cancel it first.',
  });
}

function ending(): ConfigurationError {
  return new ConfigurationError({
    code: 'BACKFILL_ENDING',
    message: 'The cancelled backfill of this project is still at its last page.',
    remedy: 'Start the new one in a minute.',
  });
}

function notUnderWay(): ConfigurationError {
  return new ConfigurationError({
    code: 'BACKFILL_NOT_RUNNING',
    message: 'No backfill of this project is under way.',
    remedy: 'Load the page again.',
  });
}
