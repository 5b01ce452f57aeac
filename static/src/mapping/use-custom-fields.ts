import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProjectMapping } from '../../../src/contract';
import { call } from '../platform/call';
import { usedAlignTypes } from './draft';

/** What custom fields can be paired from, for the types that the draft uses. */
export function useCustomFields(draft: ProjectMapping) {
  const query = {
    projectId: draft.projectId,
    issueTypeIds: draft.types.map(({ issueTypeId }) => issueTypeId).sort(),
    alignTypes: usedAlignTypes(draft),
  };
  return useQuery({
    queryKey: ['custom-fields', query],
    queryFn: () => call('listCustomFields', query),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
}

export type CustomFieldsState = ReturnType<typeof useCustomFields>;
