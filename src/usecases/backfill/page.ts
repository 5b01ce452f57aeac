import type { BackfillCounts } from '../../domain/backfill';

/** What a page has come to. */
export interface PageResult {
  readonly counts: Partial<BackfillCounts>;
  /** Where the next page begins, `after: null` being the start of the step; null when the step is done. */
  readonly next: { readonly after: string | null } | null;
  /** What stopped the page before its end; the next begins where it stopped. Null when nothing did. */
  readonly failure: unknown;
}

/** What a page is told of the run it belongs to. */
export interface PageRun {
  /** The run has no time or no requests left. */
  readonly isSpent: () => boolean;
  /** It is some time ago that the place was kept. */
  readonly isCheckpointDue: () => boolean;
  /** Keeps the place: what the page has come to so far, and where it is. */
  readonly checkpoint: (counts: Partial<BackfillCounts>, after: string) => Promise<void>;
}
