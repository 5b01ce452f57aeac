import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** One page of any list of the contract. */
export interface ListPage<Row> {
  items: Row[];
  cursor: string | null;
}

interface ListingOptions<Row> {
  queryKey: readonly unknown[];
  fetchPage: (cursor: string | undefined) => Promise<ListPage<Row>>;
  /** Milliseconds between refreshes while the tab is visible, from the rows shown; false for none. */
  refreshEvery?: (rows: readonly Row[]) => number | false;
}

/** A list that is read page by page. Rows of the last search stay while the next search runs. */
export function useListing<Row>({ queryKey, fetchPage, refreshEvery }: ListingOptions<Row>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ListPage<Row>) => page.cursor ?? undefined,
    placeholderData: keepPreviousData,
    // Comparing ten thousand rows deeply on each page costs more than drawing the few that are visible.
    structuralSharing: false,
    refetchInterval: ({ state }) =>
      refreshEvery && state.data
        ? refreshEvery(state.data.pages.flatMap((page) => page.items))
        : false,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { query, rows };
}
