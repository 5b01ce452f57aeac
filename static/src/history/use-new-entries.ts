import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HistoryRow } from '../../../src/contract';
import type { SearchListState } from '../components/use-search-list';

const LOOK_EVERY_MS = 15_000;

/**
 * Looks for entries newer than those shown by reading the first page alone. They are counted, not put in: a list
 * that moves under the pointer is hard to read. `show` reads the list anew.
 */
export function useNewEntries({ queryKey, fetchPage, rows }: SearchListState<HistoryRow>) {
  const queryClient = useQueryClient();
  const newest = rows[0]?.id;
  const head = useQuery({
    queryKey: ['history-head', ...queryKey],
    queryFn: () => fetchPage(),
    enabled: newest !== undefined,
    refetchInterval: LOOK_EVERY_MS,
    retry: false,
    staleTime: LOOK_EVERY_MS,
    structuralSharing: false,
  });
  const shownAt = head.data?.items.findIndex(({ id }) => id === newest) ?? 0;
  return {
    count: shownAt < 0 ? (head.data?.items.length ?? 0) : shownAt,
    show: () => void queryClient.resetQueries({ queryKey }),
  };
}
