/** A literal of the filter language. Dates are milliseconds since the epoch. */
export type Literal =
  | { type: 'string'; value: string }
  | { type: 'number'; value: number }
  | { type: 'date'; value: number }
  | { type: 'boolean'; value: boolean }
  | { type: 'null'; value: null };

export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** `contains` and the like. */
export type TextTest = 'contains' | 'startswith' | 'endswith';

/** What a `$filter` says. A property path has more than one part only inside `any`. */
export type Expression =
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'not'; of: Expression }
  | { kind: 'compare'; operator: ComparisonOperator; property: string[]; literal: Literal }
  | { kind: 'test'; test: TextTest; property: string[]; literal: Literal }
  | { kind: 'any'; property: string; variable: string; of: Expression };

/** The query is not one that the API understands: answered 400. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}
