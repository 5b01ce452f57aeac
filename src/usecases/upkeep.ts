import { hint } from '../domain/hint';
import { nowIso, type Dependencies } from './dependencies';
import { retryParked } from './parked';
import { sweepAlign } from './sweep-align';

/** Pairs whose links are looked at in one run: those that nothing has touched for the longest. */
const CHECKED_PAIRS = 25;

/** Hourly: sweeps Align, looks at the links of the pairs that have rested longest, and retries what is parked. */
export async function upkeep(deps: Dependencies): Promise<void> {
  await sweepAlign(deps);
  const at = nowIso(deps);
  const pairs = await deps.pairs.longestUntouched(CHECKED_PAIRS);
  await deps.queue.push(
    pairs
      .filter(({ status }) => status === 'paired')
      .map(({ issueId, projectId }) => ({
        hint: hint({
          target: { kind: 'issue', issueId, projectId },
          source: 'sweep',
          at,
          thorough: true,
        }),
      })),
  );
  await retryParked(deps, { all: true });
}
