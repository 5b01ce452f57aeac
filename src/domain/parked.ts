import type { AlignType, Problem } from '../contract/common';
import type { Hint } from './hint';

/** Work that waits for a person. Holds the hint, so that nothing is lost and a retry is a push. */
export interface Parked {
  readonly v: 1;
  /** The concurrency key of the pair: one entry a pair. */
  readonly id: string;
  readonly projectId: string | null;
  readonly issueId: string | null;
  readonly issueKey: string | null;
  readonly alignType: AlignType | null;
  readonly alignId: number | null;
  readonly title: string | null;
  readonly since: string;
  readonly attempts: number;
  readonly problem: Problem;
  /** When it is tried again by itself, at the latest; null when a person has to answer or resume first. */
  readonly nextTryAt?: string | null;
  readonly hint: Hint;
}
