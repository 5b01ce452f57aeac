import type { DtoShape } from '../dto/shape';
import type { Json, JsonObject } from '../json';
import { compileFilter } from './evaluate';
import { parseFilter } from './parse';
import { QueryError } from './syntax';

/** Items a call answers at most, and when `$top` is absent. */
export const PAGE_SIZE = 100;

/** A query of a collection, ready to run. */
export interface ListQuery {
  /** Filters, sorts, then cuts out the page: `$skip` first, `$top` after it. */
  run(records: readonly JsonObject[]): JsonObject[];
  /** Keeps the properties of `$select`, or all of them. */
  select(record: JsonObject): JsonObject;
}

/**
 * Reads the query options of a list. Options that are not known are passed over.
 * @throws {QueryError}
 */
export function readQuery(query: Readonly<Record<string, string>>, shape: DtoShape): ListQuery {
  const filter = query.$filter?.trim();
  const keep = filter ? compileFilter(parseFilter(filter), shape) : () => true;
  const order = readOrder(query.$orderby, shape);
  const top = Math.min(count(query, '$top', 1) ?? PAGE_SIZE, PAGE_SIZE);
  const skip = count(query, '$skip', 0) ?? 0;
  const selected = query.$select?.split(',').map((name) => name.trim());
  for (const name of selected ?? []) mustKnow(name, shape);
  return {
    run: (records) =>
      records
        .filter((record) => keep(record, {}))
        .sort(order)
        .slice(skip, skip + top),
    select: (record) =>
      selected
        ? Object.fromEntries(selected.map((name): [string, Json] => [name, record[name] ?? null]))
        : record,
  };
}

function count(
  query: Readonly<Record<string, string>>,
  option: '$top' | '$skip',
  least: number,
): number | undefined {
  const text = query[option];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least) {
    throw new QueryError(`${option} must be an integer of at least ${least}`);
  }
  return value;
}

function mustKnow(name: string, shape: DtoShape): void {
  if (!(name in shape.properties)) {
    throw new QueryError(`Could not find a property named '${name}' on type '${shape.name}'`);
  }
}

function readOrder(text: string | undefined, shape: DtoShape) {
  const keys = (text?.split(',') ?? []).map((part) => {
    const [name = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    mustKnow(name, shape);
    if (!['asc', 'desc'].includes(direction) || rest.length > 0) {
      throw new QueryError(`$orderby does not understand '${part.trim()}'`);
    }
    return { name, sign: direction === 'asc' ? 1 : -1 };
  });
  return (a: JsonObject, b: JsonObject): number => {
    for (const { name, sign } of keys) {
      const difference = sign * rank(a[name] ?? null, b[name] ?? null);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Null sorts before every value. */
function rank(a: Json, b: Json): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
