import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LinkRow } from '../../../src/contract';
import { useReport } from '../components/use-report';
import { useText } from '../texts/use-text';
import type { LinkSource } from './link-source';

/** The question before a pair is taken apart, and its answer. */
export interface Unlink {
  /** The pair that is asked about. */
  asked: LinkRow | null;
  /** Absent where a pair cannot be taken apart. */
  ask: ((row: LinkRow) => void) | undefined;
  confirm: () => void;
  cancel: () => void;
  isWorking: boolean;
}

/** Takes a pair apart after the person has confirmed it. */
export function useUnlink({ unlink }: LinkSource): Unlink {
  const text = useText();
  const report = useReport();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<LinkRow | null>(null);
  const taking = useMutation({
    mutationFn: async (row: LinkRow) => unlink?.(row.issueId),
    onSuccess: (_done, row) => {
      report.succeeded(
        text('links.unlink.done', { key: row.issueKey }),
        text('links.unlink.done.body'),
      );
      void queryClient.invalidateQueries({ queryKey: ['links'] });
      void queryClient.invalidateQueries({ queryKey: ['history'] });
    },
    onError: report.failed,
    onSettled: () => setAsked(null),
  });
  return {
    asked,
    ask: unlink === undefined ? undefined : setAsked,
    confirm: () => asked !== null && taking.mutate(asked),
    cancel: () => setAsked(null),
    isWorking: taking.isPending,
  };
}
