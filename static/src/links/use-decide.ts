import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useReport } from '../components/use-report';
import { useText } from '../texts/use-text';
import type { ConflictAnswer } from './conflict-choice';
import type { LinkSource } from './link-source';

/** Stores a person's choice between two values; the pair is brought in step a few seconds later. */
export function useDecide({ decide }: LinkSource) {
  const text = useText();
  const report = useReport();
  const queryClient = useQueryClient();
  const deciding = useMutation({
    mutationFn: async ({ row, conflict, side }: ConflictAnswer) =>
      decide?.(row.issueId, conflict.field, side),
    onSuccess: (_queued, { row }) =>
      report.succeeded(
        text('links.conflict.done', { key: row.issueKey }),
        text('links.resync.queued.body'),
      ),
    onError: report.failed,
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['links'] }),
  });
  return {
    choose: decide === undefined ? undefined : (answer: ConflictAnswer) => deciding.mutate(answer),
    deciding: deciding.isPending ? deciding.variables.row.issueId : null,
  };
}
