import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LinkRow } from '../../../src/contract';
import { useReport } from '../components/use-report';
import { useText } from '../texts/use-text';
import type { LinkSource } from './link-source';

/** How long after a resync its effect is looked for more often. */
const RECENT_MS = 45_000;

/** Puts one pair back in the queue, and says whether its effect may still be on the way. */
export function useResync(source: LinkSource) {
  const text = useText();
  const report = useReport();
  const queryClient = useQueryClient();
  const [turn, setTurn] = useState(0);
  const [isRecent, setRecent] = useState(false);
  useEffect(() => {
    if (turn === 0) return;
    const timer = setTimeout(() => setRecent(false), RECENT_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  const resync = useMutation({
    mutationFn: (row: LinkRow) => source.resync(row.issueId),
    onSuccess: (_queued, row) => {
      setRecent(true);
      setTurn((last) => last + 1);
      report.succeeded(
        text('links.resync.queued', { key: row.issueKey }),
        text('links.resync.queued.body'),
      );
      void queryClient.invalidateQueries({ queryKey: ['links'] });
    },
    onError: report.failed,
  });
  return {
    start: (row: LinkRow) => resync.mutate(row),
    running: resync.isPending ? resync.variables.issueId : null,
    isRecent,
  };
}
