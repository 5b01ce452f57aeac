/** OData literals and queries as Align's help describes them ("API 2.0 query syntax"). */

/** A string literal: a quote inside is doubled. */
export function text(value: string): string {
  return `'${value.replace(/'/g, "''")}'`;
}

/** A time literal: whole seconds, UTC, without quotes. Rounded down, so that nothing newer is missed. */
export function time(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19)}Z`;
}

export function anyOf(property: string, values: readonly number[]): string {
  const tests = values.map((value) => `${property} eq ${value}`);
  return tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' or ')})`;
}

export interface Query {
  filter?: readonly string[];
  orderby?: string;
  top?: number;
  skip?: number;
}

export function withQuery(collection: string, query: Query): string {
  const parameters = new URLSearchParams();
  if (query.filter !== undefined && query.filter.length > 0) {
    parameters.set('$filter', query.filter.join(' and '));
  }
  if (query.orderby !== undefined) parameters.set('$orderby', query.orderby);
  if (query.top !== undefined) parameters.set('$top', String(query.top));
  if (query.skip !== undefined && query.skip > 0) parameters.set('$skip', String(query.skip));
  // URLSearchParams writes a space as "+", which some servers take literally inside $filter.
  return `${collection}?${parameters.toString().replace(/\+/g, '%20').replace(/%24/g, '$')}`;
}
