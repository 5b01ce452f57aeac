import type { BackfillStatus, BackfillView } from '../../../src/contract';

type Seen = Pick<BackfillView, 'status' | 'done' | 'total'>;

/** What is worth saying of a backfill's progress. */
export type Milestone =
  | { kind: 'status'; status: Exclude<BackfillStatus, 'none'> }
  | { kind: 'quarter'; percent: number };

/** Share that is looked at, in whole percent. The total is an estimate, which more may be found than. */
export function percentOf({ done, total }: Pick<BackfillView, 'done' | 'total'>): number {
  if (total <= 0) return 0;
  return Math.min(100, Math.floor((done / total) * 100));
}

/** What has come between two looks at a backfill; null when it is not worth saying. */
export function milestone(before: Seen, now: Seen): Milestone | null {
  if (now.status !== before.status) {
    return now.status === 'none' ? null : { kind: 'status', status: now.status };
  }
  const [from, to] = [before, now].map((seen) => Math.floor(percentOf(seen) / 25)) as [
    number,
    number,
  ];
  return to > from && to < 4 ? { kind: 'quarter', percent: to * 25 } : null;
}
