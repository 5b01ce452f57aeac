import type { ParkedRow, Problem } from '../../../src/contract';

/** Parked items with the same reason and remedy. */
export interface ReasonGroup {
  key: string;
  problem: Problem;
  /** Whether all items say the same, so that the message need not be repeated in each row. */
  isOneMessage: boolean;
  rows: ParkedRow[];
}

/** Groups by code and remedy, the largest group first. Rows keep their order. */
export function groupByReason(rows: readonly ParkedRow[]): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const row of rows) {
    const key = `${row.problem.code}\n${row.problem.remedy}`;
    const group = groups.get(key) ?? { key, problem: row.problem, isOneMessage: true, rows: [] };
    group.isOneMessage &&= group.problem.message === row.problem.message;
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
}
