import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input, PeopleList } from '../../../src/contract';
import { call } from '../platform/call';

const KEY = ['people', 'table'];

/** The people table. */
export function usePeople() {
  return useQuery({ queryKey: KEY, queryFn: () => call('listPeople', {}) });
}

/**
 * A change of the people table, on top of the version that is shown. When it fails, the table is loaded again: another
 * admin may have changed it.
 */
export function useEditPeople<K extends 'savePerson' | 'removePerson'>(
  edit: K,
  outcome: { onSaved: (input: Input<K>) => void; onFailed?: (error: unknown) => void },
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<K>): Promise<PeopleList> => call<K>(edit, input),
    onSuccess: (table, input) => {
      queryClient.setQueryData(KEY, table);
      void queryClient.invalidateQueries({ queryKey: ['history'] });
      outcome.onSaved(input);
    },
    onError: (error) => {
      void queryClient.invalidateQueries({ queryKey: KEY });
      outcome.onFailed?.(error);
    },
  });
}
