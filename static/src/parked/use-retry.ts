import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../../src/contract';
import { useReport } from '../components/use-report';
import { CONNECTION_KEY } from '../connection/use-connection';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';

/** The most ids that one call of `retryParked` takes. */
const PER_CALL = 100;

export type Retry = ReturnType<typeof useRetry>;

/** Which parked work is retried. */
export type Selection = Input<'retryParked'>;

/** Puts parked work back in the queue: what is shown, all of one reason, or all there is. */
export function useRetry() {
  const text = useText();
  const report = useReport();
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: async (selection: Selection) => {
      if (!('ids' in selection)) return (await call('retryParked', selection)).queued;
      let queued = 0;
      const { ids } = selection;
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
  const { variables } = retry;
  return {
    start: (selection: Selection) => retry.mutate(selection),
    isRunning: retry.isPending,
    running: retry.isPending && variables !== undefined && 'ids' in variables ? variables.ids : [],
  };
}
