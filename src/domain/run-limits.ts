/** Seconds after which Forge ends an invocation of these functions; the manifest says the same. */
export const TIMEOUT_SECONDS = { poll: 270, upkeep: 900, backfill: 900, page: 25 } as const;

/** Part of Forge's allowance that a run uses before it leaves the rest to the next one. */
const PORTION = 0.85;

/**
 * Requests to Jira Align that an invocation may begin with: Forge allows 100 to other sites for each minute, or part of
 * one, that the function may run (Forge invocation limits). Requests to Jira are not among them.
 */
export function egressShare(timeoutSeconds: number): number {
  return Math.floor(Math.ceil(timeoutSeconds / 60) * 100 * PORTION);
}
