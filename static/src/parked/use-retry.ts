import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useReport } from '../components/use-report';
import { CONNECTION_KEY } from '../connection/use-connection';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';

/** The most ids that one call of `retryParked` takes. */
const PER_CALL = 100;

export type Retry = ReturnType<typeof useRetry>;

/** Puts parked work back in the queue, however much of it. */
export function useRetry() {
  const text = useText();
  const report = useReport();
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      let queued = 0;
      for (let start = 0; start < ids.length; start += PER_CALL) {
        queued += (await call('retryParked', { ids: ids.slice(start, start + PER_CALL) })).queued;
      }
      return queued;
    },
    onSuccess: (count) =>
      report.succeeded(text('parked.retry.queued', { count }), text('parked.retry.queued.body')),
    onError: report.failed,
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
