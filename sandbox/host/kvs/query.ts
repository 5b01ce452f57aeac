import { attributeOf, conditionHolds, passes } from './conditions';
import { type Entities, rangeValue } from './entities';
import { KvsFailure } from './failure';
import { pageSize } from './limits';
import type { EntityQuery, PlainQuery } from './requests';
import { type Row, type Rows, spaceOf } from './rows';

/** A page of rows; `cursor` is absent on the last page. */
export interface Page {
  rows: Row[];
  cursor?: string;
}

type Position = [sortedBy: unknown, key: string];
interface Placed {
  row: Row;
  position: Position;
}

/** Plain keys that begin with a prefix, in the order of their keys. */
export function queryPlain(rows: Rows, query: PlainQuery): Page {
  const prefix = query.where?.[0]?.values[0] ?? '';
  const placed = rows
    .asOf('plain')
    .filter((row) => row.key.startsWith(prefix))
    .map((row): Placed => ({ row, position: ['', row.key] }));
  return page(placed, 'ASC', query.after, pageSize(query.limit));
}

/**
 * Rows of one entity through a declared index. As on Forge, `filters` are applied to a page after
 * it was read: a page may be short or empty and still have a cursor.
 * @throws KvsFailure INVALID_ENTITY_INDEX; INVALID_PARTITION when not every partition attribute is given.
 */
export function queryEntity(rows: Rows, entities: Entities, query: EntityQuery): Page {
  const index = entities.index(query.entityName, query.indexName);
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length) {
    throw new KvsFailure(
      400,
      'INVALID_PARTITION',
      `Index ${index.name} needs a value for each of [${index.partition.join(', ')}].`,
    );
  }
  const placed = rows
    .asOf(spaceOf(query.entityName))
    .filter((row) => index.partition.every((a, i) => attributeOf(row.value, a) === partition[i]))
    .map((row): Placed => ({ row, position: [rangeValue(index, row), row.key] }))
    .filter(({ position: [value] }) => value !== undefined)
    .filter(({ position: [value] }) => !query.range || conditionHolds(query.range, value));
  const read = page(placed, query.sort ?? 'ASC', query.cursor, pageSize(query.limit));
  return { ...read, rows: read.rows.filter((row) => passes(query.filters, row.value)) };
}

function page(placed: Placed[], sort: 'ASC' | 'DESC', cursor: string | undefined, size: number) {
  const direction = sort === 'ASC' ? 1 : -1;
  const order = (a: Position, b: Position) => direction * comparePositions(a, b);
  const start = cursor === undefined ? undefined : readCursor(cursor);
  const rest = placed
    .filter(({ position }) => start === undefined || order(position, start) > 0)
    .sort((a, b) => order(a.position, b.position));
  const taken = rest.slice(0, size);
  const last = taken.at(-1);
  const result: Page = { rows: taken.map(({ row }) => row) };
  if (last && rest.length > size) result.cursor = writeCursor(last.position);
  return result;
}

function comparePositions([a, keyA]: Position, [b, keyB]: Position): number {
  return compare(a, b) || compare(keyA, keyB);
}

function compare(a: unknown, b: unknown): number {
  const comparable =
    (typeof a === 'number' && typeof b === 'number') ||
    (typeof a === 'string' && typeof b === 'string');
  const [x, y] = comparable ? [a, b] : [String(a), String(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

const writeCursor = (position: Position) =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

function readCursor(cursor: string): Position {
  try {
    const [sortedBy, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof key === 'string') return [sortedBy, key];
  } catch {
    // Falls through: a cursor that cannot be read is the caller's mistake, whatever the cause.
  }
  throw new KvsFailure(400, 'INVALID_CURSOR', 'The cursor was not made by a query of this kind.');
}
