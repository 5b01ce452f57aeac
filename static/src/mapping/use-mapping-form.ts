import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { MappingOptions, ProjectMapping } from '../../../src/contract';
import { call } from '../platform/call';
import { notify } from '../platform/notify';
import { useText } from '../texts/use-text';
import { checkMapping } from './check-mapping';
import { checkPairings } from './check-pairings';
import { nextDraft, withoutLeftovers, type DraftStep } from './draft';
import { useCustomFields } from './use-custom-fields';

/** The draft of a mapping, what is to be said about it, and saving it. */
export function useMappingForm(
  options: MappingOptions,
  initial: ProjectMapping,
  onSaved: (saved: ProjectMapping) => void,
) {
  const text = useText();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(initial);
  const custom = useCustomFields(draft);
  const known = custom.data ?? null;
  const findings = useMemo(
    () => [...checkMapping(draft, options), ...checkPairings(draft, options, known)],
    [draft, options, known],
  );
  const save = useMutation({
    mutationFn: () => call('saveMapping', withoutLeftovers(draft)),
    onSuccess: (saved) => {
      notify('success', text('mapping.saved', { name: saved.projectName }));
      void queryClient.invalidateQueries({ queryKey: ['projects'] });
      onSaved(saved);
    },
  });
  return {
    draft,
    custom,
    findings,
    hasErrors: findings.some(({ severity }) => severity === 'error'),
    isDirty: draft !== initial,
    save,
    change: (step: DraftStep) => setDraft((last) => nextDraft(last, step, options)),
  };
}
