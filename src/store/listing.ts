import { Sort, WhereConditions } from '@forge/kvs';
import type { Listing } from '../domain/ports/store';
import { stored, type Kvs } from './kvs';

/** A record of an entity: its indexed attributes beside the whole. */
interface Row<R> {
  record: R;
}

export interface IndexQuery {
  entity: string;
  index: string;
  partition: string[];
  cursor?: string | undefined;
  /** The least value of the index's range. */
  from?: string;
  limit: number;
}

/** Forge gives at most this many rows a page. */
const PAGE = 100;

/** Newest first. The index is eventually consistent: for lists only, never to decide a write. */
export function listNewestFirst<R>(kvs: Kvs, query: IndexQuery): Promise<Listing<R>> {
  return listByIndex(kvs, query, Sort.DESC);
}

async function listByIndex<R>(kvs: Kvs, query: IndexQuery, sort: Sort): Promise<Listing<R>> {
  const { rows, cursor } = await rowsByIndex<Row<R>>(kvs, query, sort);
  return { items: rows.map(({ record }) => record), cursor };
}

/** Whole rows: their records and what they are indexed by. */
export async function rowsByIndex<R>(
  kvs: Kvs,
  query: IndexQuery,
  sort: Sort,
): Promise<{ rows: R[]; cursor: string | null }> {
  return stored(`list ${query.entity}`, async () => {
    let builder = kvs
      .entity<R>(query.entity)
      .query()
      .index(query.index, { partition: query.partition })
      .sort(sort)
      .limit(Math.min(query.limit, PAGE));
    if (query.from !== undefined) {
      builder = builder.where(WhereConditions.greaterThanEqualTo(query.from));
    }
    if (query.cursor !== undefined) builder = builder.cursor(query.cursor);
    const page = await builder.getMany();
    return { rows: page.results.map(({ value }) => value), cursor: page.nextCursor ?? null };
  });
}
