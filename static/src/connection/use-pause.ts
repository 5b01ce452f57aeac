import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConnectionView } from '../../../src/contract';
import { useReport } from '../components/use-report';
import { call } from '../platform/call';
import { CONNECTION_KEY } from './use-connection';

/** What an admin can ask of the sync as a whole, or of one project. */
export type PauseStep =
  | { step: 'pauseAll' }
  | { step: 'resumeAll' }
  | { step: 'resumeProject'; projectId: string }
  | { step: 'confirmRemovals'; projectId: string; apply: boolean };

function take(step: PauseStep): Promise<ConnectionView> {
  switch (step.step) {
    case 'pauseAll':
      return call('pauseAll', {});
    case 'resumeAll':
      return call('resumeAll', {});
    case 'resumeProject':
      return call('resumeProject', { projectId: step.projectId });
    case 'confirmRemovals':
      return call('confirmRemovals', { projectId: step.projectId, apply: step.apply });
  }
}

/** Pauses and resumes, and shows the connection as it is then. */
export function usePause() {
  const report = useReport();
  const queryClient = useQueryClient();
  const pause = useMutation({
    mutationFn: take,
    onSuccess: (view) => {
      queryClient.setQueryData(CONNECTION_KEY, view);
      void queryClient.invalidateQueries({ queryKey: ['parked'] });
      void queryClient.invalidateQueries({ queryKey: ['projects'] });
    },
    onError: report.failed,
  });
  return { take: (step: PauseStep) => pause.mutate(step), isWorking: pause.isPending };
}
