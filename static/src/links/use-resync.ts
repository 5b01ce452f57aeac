import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LinkRow } from '../../../src/contract';
import { failureText } from '../components/failure-text';
import { useAnnounce } from '../platform/announcer';
import { asCallFailed } from '../platform/call';
import { notify } from '../platform/notify';
import { useText } from '../texts/use-text';
import type { LinkSource } from './links-view';

/** How long after a resync its effect is looked for more often. */
const RECENT_MS = 45_000;

/** Puts one pair back in the queue, and says whether its effect may still be on the way. */
export function useResync(source: LinkSource) {
  const text = useText();
  const announce = useAnnounce();
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
      const said = text('links.resync.queued', { key: row.issueKey });
      setRecent(true);
      setTurn((last) => last + 1);
      announce(said);
      notify('success', said, text('links.resync.queued.body'));
      void queryClient.invalidateQueries({ queryKey: ['links'] });
    },
    onError: (error) => {
      const { message, remedy } = failureText(asCallFailed(error), text);
      announce(`${message} ${remedy}`);
      notify('error', message, remedy);
    },
  });
  return {
    start: (row: LinkRow) => resync.mutate(row),
    running: resync.isPending ? resync.variables.issueId : null,
    isRecent,
  };
}
