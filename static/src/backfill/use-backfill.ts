import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BackfillChoices, BackfillStatus } from '../../../src/contract';
import { useReport } from '../components/use-report';
import { call } from '../platform/call';

const POLL_MS = 3_000;

/** It goes on by itself, so what is shown has to be asked for again. */
export const isMoving = (status: BackfillStatus | undefined) =>
  status === 'running' || status === 'waiting';

/** The backfill of a project as it goes on, and what a person can do with it. */
export function useBackfill(projectId: string) {
  const queryClient = useQueryClient();
  const report = useReport();
  const queryKey = ['backfill', projectId];
  const query = useQuery({
    queryKey,
    queryFn: () => call('getBackfill', { projectId }),
    refetchInterval: ({ state }) => (isMoving(state.data?.status) ? POLL_MS : false),
  });
  const start = useMutation({
    mutationFn: (choices: BackfillChoices) => call('startBackfill', { projectId, ...choices }),
    onSuccess: (view) => queryClient.setQueryData(queryKey, view),
  });
  const steer = useMutation({
    mutationFn: (step: 'pause' | 'resume' | 'cancel') => call(`${step}Backfill`, { projectId }),
    onSuccess: (view) => queryClient.setQueryData(queryKey, view),
    onError: (error) => {
      report.failed(error);
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  return { query, start, steer };
}
