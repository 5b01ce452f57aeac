import type { ChangeOutcome, FieldChange } from '../../../src/contract';

const ORDER: readonly ChangeOutcome[] = ['applied', 'refused', 'overruled', 'agreed'];

/** Changes by what a reader wants to know first: what was written, what was not taken, what lost, what agreed. */
export function orderChanges(changes: readonly FieldChange[]): FieldChange[] {
  return changes.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
}
