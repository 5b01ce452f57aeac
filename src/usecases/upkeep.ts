import { hint } from '../domain/hint';
import { egressShare, TIMEOUT_SECONDS } from '../domain/run-limits';
import { nowIso, type Dependencies } from './dependencies';
import { retryParked } from './parked';
import { shareOf } from './run-share';
import { sweepAlign } from './sweep-align';

/**
 * Pairs that are looked at in one run: those that nothing has touched for the longest. A creation that has come to a
 * halt, because its issue was hidden for a while, goes on here.
 */
const CHECKED_PAIRS = 25;

/** Of Forge's 900 seconds and of the requests that go with them: the rest is for what else is done in the hour. */
const SWEEP_MS = 300_000;
const SWEEP_PORTION = 0.7;

/**
 * Sweeps Align, looks at the links of the pairs that have rested longest, and retries what is parked.
 * @throws what the first part that failed has thrown, after the others have run
 */
export async function upkeep(deps: Dependencies): Promise<void> {
  const alignRequests = egressShare(TIMEOUT_SECONDS.upkeep) * SWEEP_PORTION;
  await inTurn([
    () => sweepAlign(deps, shareOf(deps, { ms: SWEEP_MS, alignRequests })),
    () => checkLongestUntouched(deps),
    () => retryParked(deps, { all: true }),
  ]);
}

/**
 * Runs every part, whichever fail: that one side does not answer must not keep the rest from being looked after.
 * @throws the first error, when all have run
 */
export async function inTurn(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

async function checkLongestUntouched(deps: Dependencies): Promise<void> {
  const at = nowIso(deps);
  const [paired, creating] = await Promise.all([
    deps.pairs.longestUntouched('paired', CHECKED_PAIRS),
    deps.pairs.longestUntouched('creating', CHECKED_PAIRS),
  ]);
  await deps.queue.push(
    [...paired, ...creating].map(({ issueId, projectId }) => ({
      hint: hint({
        target: { kind: 'issue', issueId, projectId },
        source: 'sweep',
        at,
        thorough: true,
      }),
    })),
  );
}
