/** So many removals an hour are nobody's accident, however small the project is. */
export const GUARD_FLOOR = 5;

const HOUR_MS = 3_600_000;

/** The hours in which removals are counted: this one and the one before, so that a burst across the hour is seen. */
export function guardHours(now: number): { current: number; before: number } {
  const current = Math.floor(now / HOUR_MS);
  return { current, before: current - 1 };
}

/**
 * How many pairs a project must have for so many removals to be let through, by the mapping's share.
 * 0: they pass whatever its size. Infinity: they never do.
 */
export function pairsNeeded(removals: number, share: number): number {
  if (removals <= GUARD_FLOOR || share >= 1) return 0;
  return share <= 0 ? Infinity : Math.ceil(removals / share);
}
