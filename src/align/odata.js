export function text(value) {
  return `'${value.replace(/'/g, "''")}'`;
}
export function time(iso) {
  return `${new Date(iso).toISOString().slice(0, 19)}Z`;
}
export function anyOf(property, values) {
  const tests = values.map((value) => `${property} eq ${value}`);
  return tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' or ')})`;
}
export function withQuery(collection, query) {
  const parameters = new URLSearchParams();
  if (query.filter !== undefined && query.filter.length > 0) {
    parameters.set('$filter', query.filter.join(' and '));
  }
  if (query.orderby !== undefined) parameters.set('$orderby', query.orderby);
  if (query.top !== undefined) parameters.set('$top', String(query.top));
  if (query.skip !== undefined && query.skip > 0) parameters.set('$skip', String(query.skip));
  return `${collection}?${parameters.toString().replace(/\+/g, '%20').replace(/%24/g, '$')}`;
}
