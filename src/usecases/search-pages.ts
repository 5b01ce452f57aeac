import type { ListQuery, Listing } from '../domain/ports/store';

/** Pages that one call looks through at most; a rare word is then found by asking for more. */
const PAGES = 10;

/**
 * Forge's indexes find by key only, so a search looks through the newest pages until one is full. A cursor that comes
 * back with fewer rows than asked for, or none, says that there is more to look through.
 */
export async function searchPages<T>(
  query: ListQuery,
  read: (query: ListQuery) => Promise<Listing<T>>,
  matches: (row: T) => boolean,
): Promise<Listing<T>> {
  const items: T[] = [];
  let cursor = query.cursor;
  for (let page = 0; page < PAGES; page += 1) {
    const listing = await read({ ...query, cursor });
    items.push(...listing.items.filter(matches));
    if (listing.cursor === null) return { items, cursor: null };
    cursor = listing.cursor;
    if (items.length >= query.limit) break;
  }
  return { items, cursor: cursor ?? null };
}
