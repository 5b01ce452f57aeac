import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../platform/call';

/** How long after a sync was asked for its effect is looked for more often. */
const RECENT_MS = 30_000;

export type SyncNowState = ReturnType<typeof useSyncNow>;

/** Puts the pair in the queue and says whether the effect may still be on the way. */
export function useSyncNow() {
  const queryClient = useQueryClient();
  const [turn, setTurn] = useState(0);
  const [isRecent, setRecent] = useState(false);
  useEffect(() => {
    if (turn === 0) return;
    const timer = setTimeout(() => setRecent(false), RECENT_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  const sync = useMutation({
    mutationFn: () => call('resyncIssue', {}),
    onSuccess: () => {
      setRecent(true);
      setTurn((last) => last + 1);
      void queryClient.invalidateQueries();
    },
  });
  return {
    start: () => sync.mutate(),
    isRunning: sync.isPending,
    isQueued: sync.isSuccess && isRecent,
    error: sync.error,
    isRecent,
  };
}
