import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureText } from '../components/failure-text';
import { CONNECTION_KEY } from '../connection/use-connection';
import { useAnnounce } from '../platform/announcer';
import { asCallFailed, call } from '../platform/call';
import { notify } from '../platform/notify';
import { useText } from '../texts/use-text';

/** The most ids that one call of `retryParked` takes. */
const PER_CALL = 100;

export type Retry = ReturnType<typeof useRetry>;

/** Puts parked work back in the queue, however much of it. */
export function useRetry() {
  const text = useText();
  const announce = useAnnounce();
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      let queued = 0;
      for (let start = 0; start < ids.length; start += PER_CALL) {
        queued += (await call('retryParked', { ids: ids.slice(start, start + PER_CALL) })).queued;
      }
      return queued;
    },
    onSuccess: (count) => {
      const said = text('parked.retry.queued', { count });
      announce(said);
      notify('success', said, text('parked.retry.queued.body'));
    },
    onError: (error) => {
      const { message, remedy } = failureText(asCallFailed(error), text);
      announce(`${message} ${remedy}`);
      notify('error', message, remedy);
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['parked'] });
      void queryClient.invalidateQueries({ queryKey: CONNECTION_KEY });
    },
  });
  return {
    start: (ids: readonly string[]) => retry.mutate(ids),
    isRunning: retry.isPending,
    running: retry.isPending ? retry.variables : [],
  };
}
