import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAnnounce } from '../platform/announcer';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import { CONNECTION_KEY } from './use-connection';

const LOOK_EVERY_MS = 2_000;
const GIVE_UP_MS = 30_000;

/** Asks for a poll at once and looks for its end, which shows as a later time of the last poll. */
export function usePollNow(lastPollAt: string | null) {
  const text = useText();
  const announce = useAnnounce();
  const queryClient = useQueryClient();
  const [waiting, setWaiting] = useState<{ since: string | null } | null>(null);
  const poll = useMutation({
    mutationFn: () => call('pollNow', {}),
    onSuccess: () => {
      announce(text('connection.poll.started'));
      setWaiting({ since: lastPollAt });
    },
  });
  const isWaiting = waiting !== null && waiting.since === lastPollAt;
  useEffect(() => {
    if (!isWaiting) return;
    const look = setInterval(
      () => void queryClient.invalidateQueries({ queryKey: CONNECTION_KEY }),
      LOOK_EVERY_MS,
    );
    const end = setTimeout(() => setWaiting(null), GIVE_UP_MS);
    return () => {
      clearInterval(look);
      clearTimeout(end);
    };
  }, [isWaiting, queryClient]);
  return {
    start: () => poll.mutate(),
    isRunning: poll.isPending || isWaiting,
    error: poll.error,
  };
}
