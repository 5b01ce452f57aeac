import type { Clauses, Condition } from './requests';

/**
 * Whether an object passes a filter or the conditions of a transaction. A comparison between
 * different types is false, never a coercion.
 *
 * A missing key is judged as an object without attributes: `notExists` passes and every other
 * condition fails, so "create only if absent" can be written as a condition. Not verified against
 * a live site.
 */
export function passes(clauses: Clauses | undefined, value: unknown): boolean {
  if (!clauses) return true;
  const holds = (clause: Condition & { property: string }) =>
    conditionHolds(clause, attributeOf(value, clause.property));
  return 'and' in clauses ? clauses.and.every(holds) : clauses.or.some(holds);
}

/** One attribute of a stored object; undefined when the object or the attribute is missing. */
export function attributeOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** Whether `actual` (undefined = the attribute is missing) meets the condition. */
export function conditionHolds({ condition, values }: Condition, actual: unknown): boolean {
  const [first, second] = values;
  switch (condition) {
    case 'EXISTS':
      return actual !== undefined;
    case 'NOT_EXISTS':
      return actual === undefined;
    case 'EQUAL_TO':
      return actual === first;
    case 'NOT_EQUAL_TO':
      return actual !== undefined && actual !== first;
    case 'CONTAINS':
      return actual !== undefined && contains(actual, first);
    case 'NOT_CONTAINS':
      return actual !== undefined && !contains(actual, first);
    case 'BEGINS_WITH':
      return typeof actual === 'string' && actual.startsWith(String(first));
    case 'BETWEEN':
      return ordered(first, actual) && ordered(actual, second);
    case 'GREATER_THAN':
      return ordered(first, actual) && actual !== first;
    case 'GREATER_THAN_EQUAL_TO':
      return ordered(first, actual);
    case 'LESS_THAN':
      return ordered(actual, first) && actual !== first;
    case 'LESS_THAN_EQUAL_TO':
      return ordered(actual, first);
  }
}

function contains(actual: unknown, part: unknown): boolean {
  if (typeof actual === 'string') return typeof part === 'string' && actual.includes(part);
  return Array.isArray(actual) && actual.includes(part);
}

/** a <= b for two strings or two numbers. */
function ordered(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a <= b;
  return typeof a === 'number' && typeof b === 'number' && a <= b;
}
