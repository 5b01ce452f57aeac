import { SyncError } from '../domain/errors';
import type { Clock, Governor, Log } from '../domain/ports/runtime';
import type { StandingLimitStore } from '../domain/ports/store';
import { standingWait, withLimit, type StandingLimits } from '../domain/standing-limits';

/** A long run looks again this often at what other runs have been told in the meantime. */
const FRESH_MS = 60_000;

/**
 * Shares between runs what a side has said about its limits. One storage read for a run that calls a side, none for
 * one that does not. Runs that write at the same time may lose a limit: that costs one more refused request.
 */
export function governor(deps: { store: StandingLimitStore; now: Clock; log: Log }): Governor {
  const { store, now, log } = deps;
  let known: { limits: Promise<StandingLimits>; at: number } | null = null;
  const read = () => {
    if (known === null || now() - known.at > FRESH_MS) known = { limits: store.get(), at: now() };
    return known.limits;
  };
  return {
    async waitFor(names) {
      return standingWait(await read(), names, now());
    },

    async holdBack(name, seconds) {
      log('warn', 'held-back', { name, seconds });
      try {
        const limits = withLimit(await store.get(), name, seconds, now());
        known = { limits: Promise.resolve(limits), at: now() };
        await store.put(limits);
      } catch (error) {
        // The refusal itself is what the run has to tell; the next one is refused once more.
        if (!(error instanceof SyncError)) throw error;
        log('warn', 'held-back-not-kept', { name, code: error.code });
      }
    },
  };
}
