import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../platform/call';

/** How long after a sync was asked for its effect is looked for more often. */
const RECENT_MS = 30_000;

/** What the pair looked like when a sync was asked for; a later time of its last sync means it has come. */
interface Asked {
  lastSyncedAt: string | null;
}

export type SyncNowState = ReturnType<typeof useSyncNow>;

/** Puts the pair in the queue and says how far that has come. */
export function useSyncNow() {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    if (asked === null) return;
    const timer = setTimeout(() => setAsked(null), RECENT_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const sync = useMutation({
    mutationFn: (_asked: Asked) => call('resyncIssue', {}),
    onSuccess: (_queued, latest) => {
      setAsked(latest);
      void queryClient.invalidateQueries();
    },
  });
  return {
    start: (lastSyncedAt: string | null) => sync.mutate({ lastSyncedAt }),
    isRunning: sync.isPending,
    error: sync.error,
    /** The sync whose effect may still be on the way. */
    asked,
  };
}
