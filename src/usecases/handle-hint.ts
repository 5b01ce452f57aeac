import { auditEntry } from '../domain/audit-entry';
import { SyncError, TokenRefusedError, UnexpectedError } from '../domain/errors';
import { concurrencyKey, type Hint } from '../domain/hint';
import type { Parked } from '../domain/parked';
import { PausedError } from '../domain/pause';
import { ATTEMPTS_BEFORE_PARKING, pauseBefore } from '../domain/retry';
import { nowIso, type Dependencies } from './dependencies';
import { describeTarget } from './describe-target';
import { faultPlace } from './fault-place';
import { reconcile, type ReconcileOutcome } from './reconcile';

export type Handled =
  | { kind: 'done'; outcome: ReconcileOutcome | 'parked' }
  | { kind: 'retry'; afterSeconds: number; code: string; failures: number };

/** One delivery of a hint. */
export interface Delivery {
  hint: Hint;
  /** How many deliveries of this hint there were before. */
  attempt: number;
  /** How many of them failed. Those that only had to wait, for example for a rate limit, do not count. */
  failures: number;
  /** The queue will not deliver it again. */
  lastChance: boolean;
}

/**
 * Runs a hint and decides what becomes of it when it fails: it goes back to the queue with a pause, or is parked with
 * its reason and its remedy. From the third failure on it is shown as parked while it goes on being retried.
 */
export async function handleHint(deps: Dependencies, delivery: Delivery): Promise<Handled> {
  const { hint, attempt, lastChance } = delivery;
  const id = concurrencyKey(hint.target);
  const begun = nowIso(deps);
  try {
    const outcome = await reconcile(deps, hint, attempt);
    if (!KEEPS_PARKED.has(outcome) && (await deps.parked.get(id)) !== null)
      await deps.parked.remove(id);
    return { kind: 'done', outcome };
  } catch (thrown) {
    const error = thrown instanceof SyncError ? thrown : new UnexpectedError(thrown);
    const level = error instanceof UnexpectedError ? 'error' : 'warn';
    deps.log(level, 'reconcile-failed', {
      code: error.code,
      attempt,
      key: id,
      detail: detailOf(thrown),
    });
    if (error instanceof TokenRefusedError && error.side === 'align')
      await markRefused(deps, begun);
    const failures = delivery.failures + (error.retry.kind === 'backoff' ? 1 : 0);
    const pause = pauseBefore(error.retry, failures, deps.random());
    const failedOften = error.retry.kind === 'backoff' && failures >= ATTEMPTS_BEFORE_PARKING;
    const final = pause === null || lastChance || (failedOften && COMES_AGAIN.has(hint.source));
    if (final && (await isLetGo(deps, id, hint, error)))
      return { kind: 'done', outcome: 'skipped' };
    if (final || failedOften) await park(deps, delivery, error, final ? null : pause);
    if (final) return { kind: 'done', outcome: 'parked' };
    return { kind: 'retry', afterSeconds: pause, code: error.code, failures };
  }
}

/** After these nothing has been looked at, so what is parked still waits. */
const KEEPS_PARKED: ReadonlySet<ReconcileOutcome> = new Set(['stale', 'paused']);

/** An issue without a pair that could not be read for this long counts as deleted. Seen again, it is paired. */
const LET_GO_MS = 7 * 24 * 3_600_000;

async function isLetGo(
  deps: Dependencies,
  id: string,
  { target }: Hint,
  { code }: SyncError,
): Promise<boolean> {
  if (code !== 'ISSUE_NOT_VISIBLE' || target.kind !== 'issue') return false;
  const before = await deps.parked.get(id);
  if (before === null || deps.now() - Date.parse(before.since) < LET_GO_MS) return false;
  if ((await deps.pairs.byIssue(target.issueId)) !== null) return false;
  await deps.parked.remove(id);
  deps.log('info', 'let-go-of-unseen-issue', { key: id });
  return true;
}

/**
 * What parked work is queued by again every hour, or a poll finds again: during an outage each of these hints would
 * otherwise stay in the queue for a day, beside all that follow it.
 */
const COMES_AGAIN: ReadonlySet<Hint['source']> = new Set(['retry', 'sweep', 'align-poll']);

/** Where an unexpected error came from; the domain's own errors say enough with their code. */
function detailOf(thrown: unknown): string | null {
  if (thrown instanceof SyncError || !(thrown instanceof Error)) return null;
  return faultPlace(thrown);
}

/**
 * Remembers that Align refuses the token: no request is spent on it again, and the pages say so.
 * @param begun when the run that was refused had begun: a token that was saved after that was not the one refused
 */
export async function markRefused(
  deps: Pick<Dependencies, 'settings'>,
  begun: string,
): Promise<void> {
  const connection = await deps.settings.connection();
  if (connection?.status === 'connected' && connection.testedAt <= begun) {
    await deps.settings.saveConnection({ ...connection, status: 'token-refused' });
  }
}

/** What is parked is queued again every hour, unless it waits for an answer or for the end of a pause. */
const UPKEEP_SECONDS = 3_600;

function nextTry(error: SyncError, now: number, pauseSeconds: number | null): string | null {
  if (error instanceof PausedError) return null;
  return new Date(now + (pauseSeconds ?? UPKEEP_SECONDS) * 1000).toISOString();
}

async function park(
  deps: Dependencies,
  delivery: Delivery,
  error: SyncError,
  pauseSeconds: number | null,
): Promise<void> {
  const { hint, attempt } = delivery;
  const { target } = hint;
  const id = concurrencyKey(target);
  const before = await deps.parked.get(id);
  const pair = target.kind === 'issue' ? await deps.pairs.byIssue(target.issueId) : null;
  const known = await describeTarget(deps, hint, pair);
  const at = nowIso(deps);
  const parked: Parked = {
    v: 1,
    id,
    projectId: pair?.projectId ?? (target.kind === 'issue' ? target.projectId : null),
    issueId: target.kind === 'issue' ? target.issueId : null,
    issueKey: known.issueKey,
    alignType: pair?.alignType ?? (target.kind === 'align' ? target.ref.type : null),
    alignId: pair?.alignId ?? (target.kind === 'align' ? target.ref.id : null),
    title: known.title,
    since: before?.since ?? at,
    attempts: (before?.attempts ?? 0) + (before === null ? attempt + 1 : 1),
    problem: { code: error.code, message: error.message, remedy: error.remedy },
    nextTryAt: nextTry(error, deps.now(), pauseSeconds),
    // A deletion must not be forgotten because a later hint of the same pair was parked over it.
    hint:
      before?.hint.deleted === true
        ? { ...before.hint, answer: hint.answer ?? before.hint.answer }
        : hint,
  };
  await deps.parked.put(parked);
  if (before?.problem.code === error.code) return;
  await deps.audit.add(
    auditEntry(
      {
        pairId: parked.issueId ?? id,
        projectId: parked.projectId ?? '',
        issueId: parked.issueId,
        issueKey: parked.issueKey,
        alignType: parked.alignType,
        alignId: parked.alignId,
        title: known.title ?? '',
      },
      {
        direction: 'none',
        outcome: 'parked',
        code: error.code,
        message: error.message,
        remedy: error.remedy,
        person: known.actor,
        writtenAs: null,
      },
      { at, sequence: pair?.sequence ?? 0, hint, durationMs: 0, requests: { ...deps.meter.count } },
    ),
  );
}
