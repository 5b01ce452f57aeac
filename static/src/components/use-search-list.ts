import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ProjectRow } from '../../../src/contract';

/** One page of any list of the contract. */
export interface ListPage<Row> {
  items: Row[];
  cursor: string | null;
}

/** What any list of the contract is asked for. A list without projects ignores `projectId`. */
export interface ListInput {
  q?: string | undefined;
  projectId?: string | undefined;
  cursor?: string | undefined;
}

interface SearchListOptions<Row> {
  /** Tells this list's rows from those of others in the query cache. */
  queryKey: readonly unknown[];
  list: (input: ListInput) => Promise<ListPage<Row>>;
  /** Milliseconds between refreshes while the tab is visible, from the rows shown; none without it. */
  refreshEvery?: (rows: readonly Row[]) => number;
}

/** A list that is searched on the server and read page by page. */
export type SearchListState<Row> = ReturnType<typeof useSearchList<Row>>;

/** The search and the rows of a list. Rows of the last search stay while the next search runs. */
export function useSearchList<Row>({ queryKey, list, refreshEvery }: SearchListOptions<Row>) {
  const [q, search] = useState('');
  const [project, selectProject] = useState<ProjectRow | null>(null);
  const projectId = project?.projectId;
  const fullKey = [...queryKey, q, projectId];
  const fetchPage = useCallback(
    (cursor?: string) => list({ q: q || undefined, projectId, cursor }),
    [list, q, projectId],
  );
  const query = useInfiniteQuery({
    queryKey: fullKey,
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
  return {
    query,
    rows,
    search,
    project,
    selectProject,
    isFiltered: q !== '' || project !== null,
    queryKey: fullKey,
    fetchPage,
  };
}
