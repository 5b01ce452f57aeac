import { Sort } from '@forge/kvs';
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
  limit: number;
}

/** Forge gives at most this many rows a page. */
const PAGE = 100;

/** Newest first. The index is eventually consistent: for lists only, never to decide a write. */
export function listNewestFirst<R>(kvs: Kvs, query: IndexQuery): Promise<Listing<R>> {
  return listByIndex(kvs, query, Sort.DESC);
}

/** In the order of the index's range. */
export async function listByIndex<R>(kvs: Kvs, query: IndexQuery, sort: Sort): Promise<Listing<R>> {
  return stored(`list ${query.entity}`, async () => {
    let builder = kvs
      .entity<Row<R>>(query.entity)
      .query()
      .index(query.index, { partition: query.partition })
      .sort(sort)
      .limit(Math.min(query.limit, PAGE));
    if (query.cursor !== undefined) builder = builder.cursor(query.cursor);
    const page = await builder.getMany();
    return {
      items: page.results.map((row) => row.value.record),
      cursor: page.nextCursor ?? null,
    };
  });
}
