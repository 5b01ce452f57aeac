import type { Problem } from '../../../src/contract';

const CODES: ReadonlySet<string> = new Set([
  'NO_TRANSITION',
  'RESOLVED_IS_STICKY',
  'TRANSITION_FIELD_REQUIRED',
  'STATUS_NOT_MAPPED',
  'STATE_NOT_MAPPED',
]);

/** Whether a problem keeps the status and the item's state from being brought together. */
export function isStateProblem(problem: Pick<Problem, 'code'> | null): boolean {
  return problem !== null && CODES.has(problem.code);
}
