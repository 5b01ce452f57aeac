import {
  RateLimitedError,
  StorageError,
  TokenRefusedError,
  UnavailableError,
} from '../../domain/errors';
import { KeysNotSearchableError } from './key-match';

/** What can become of one issue or item. */
export type Outcome = 'created' | 'linked' | 'skipped' | 'handedOn';

/** How many came to what, and how many were looked at. */
export type Outcomes = Record<Outcome | 'done', number>;

/** So many in a row without an answer mean that the other side is down, not that one of them is troublesome. */
const UNANSWERED_IN_A_ROW = 3;

/** How a page is looked through. */
export interface Look<T> {
  /** Pairs one. What it throws decides whether the page goes on, see `stopsAll`. */
  readonly pairUp: (thing: T) => Promise<Outcome>;
  /** Gives one to the ordinary queue, where it is retried and, if need be, parked with its remedy. */
  readonly handOn: (thing: T, error: unknown) => void;
  /** The run has no time or no requests left. */
  readonly isSpent: () => boolean;
  /** Called after each, to keep the place. */
  readonly checkpoint: (counts: Outcomes, last: T) => Promise<void>;
}

/** How far it came; `last` is the last one done. */
export interface Looked<T> {
  readonly counts: Outcomes;
  readonly last: T | undefined;
  /** What stopped it; null when nothing did. */
  readonly failure: unknown;
}

/**
 * Looks at one after the other. One that fails is handed on; what strikes all alike, such as a rate limit, ends the
 * page, and what is done until then stays done and counted.
 */
export async function lookThrough<T>(things: readonly T[], look: Look<T>): Promise<Looked<T>> {
  const counts: Outcomes = { done: 0, created: 0, linked: 0, skipped: 0, handedOn: 0 };
  let last: T | undefined;
  let unanswered = 0;
  for (const thing of things) {
    if (look.isSpent()) break;
    let outcome: Outcome;
    let failure: unknown = null;
    try {
      outcome = await look.pairUp(thing);
      unanswered = 0;
    } catch (error) {
      if (stopsAll(error)) return { counts, last, failure: error };
      look.handOn(thing, error);
      outcome = 'handedOn';
      unanswered = error instanceof UnavailableError ? unanswered + 1 : 0;
      failure = error;
    }
    counts[outcome] += 1;
    counts.done += 1;
    last = thing;
    if (unanswered === UNANSWERED_IN_A_ROW) return { counts, last, failure };
    await look.checkpoint(counts, thing);
  }
  return { counts, last, failure: null };
}

/**
 * A refused token, a search that the site does not know, a rate limit and a storage that does not answer strike every
 * issue alike; too many writes to one issue do not.
 */
export function stopsAll(error: unknown): boolean {
  return (
    error instanceof TokenRefusedError ||
    error instanceof KeysNotSearchableError ||
    (error instanceof RateLimitedError && error.scope !== 'issue') ||
    error instanceof StorageError
  );
}
