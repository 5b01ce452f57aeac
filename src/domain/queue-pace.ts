/**
 * Hints that one run queues within a minute. Forge takes 500 events a minute from an installation (Forge async events
 * limits): what people change meanwhile needs room as well.
 */
export const HINTS_PER_MINUTE = 300;

/** Hints that travel as one event until their minute has come. They are then queued with one push. */
export const HINTS_PER_PARCEL = 50;

/** Forge keeps an event back for at most 15 minutes. */
const MINUTES_AHEAD = 15;

const MINUTE_MS = 60_000;

/** So many hints for one minute. */
export interface Slot {
  /** Minutes since the epoch. */
  readonly minute: number;
  readonly size: number;
  /** Until that minute begins; 0 for the one that runs. */
  readonly delaySeconds: number;
}

/**
 * Spreads hints over this minute and the next ones, as early as there is room.
 * @param used how many hints the run has queued for each minute before
 * @returns null when they do not all fit: then none may be queued, and the run goes on another time
 */
export function slotsFor(
  used: ReadonlyMap<number, number>,
  now: number,
  count: number,
): Slot[] | null {
  const current = Math.floor(now / MINUTE_MS);
  const slots: Slot[] = [];
  let left = count;
  for (let ahead = 0; ahead <= MINUTES_AHEAD && left > 0; ahead += 1) {
    const minute = current + ahead;
    const size = Math.min(left, HINTS_PER_MINUTE - (used.get(minute) ?? 0));
    if (size <= 0) continue;
    const delaySeconds = Math.max(0, Math.ceil((minute * MINUTE_MS - now) / 1_000));
    slots.push({ minute, size, delaySeconds });
    left -= size;
  }
  return left > 0 ? null : slots;
}
