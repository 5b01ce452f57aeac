import type { FieldChange } from '../contract/history';

/**
 * Splits changes so that no part carries a field twice. An entry of the history tells one direction, so that of a
 * field that went there and back, told late and at once, the last value would not stand last.
 * @param changes in the order in which they happened
 */
export function toldInOrder(changes: readonly FieldChange[]): FieldChange[][] {
  const parts: FieldChange[][] = [];
  let part: FieldChange[] = [];
  for (const change of changes) {
    const isCarried = (one: FieldChange) => one.field === change.field && one.outcome === 'applied';
    if (part.some(isCarried)) {
      parts.push(part);
      part = [];
    }
    part.push(change);
  }
  return part.length === 0 ? parts : [...parts, part];
}
