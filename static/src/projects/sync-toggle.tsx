import Toggle from '@atlaskit/toggle';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProjectRow } from '../../../src/contract';
import { useReport } from '../components/use-report';
import { useAnnounce } from '../platform/announcer';
import { call, CallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import styles from './projects.module.css';

interface SyncToggleProps {
  row: ProjectRow;
  isEnabled: boolean;
}

/** Switches a project's sync on or off and leaves the rest of its mapping as it is stored. */
export function SyncToggle({ row, isEnabled }: SyncToggleProps) {
  const text = useText();
  const announce = useAnnounce();
  const report = useReport();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: async (enabled: boolean) => {
      const { mapping } = await call('getMapping', { projectId: row.projectId });
      if (!mapping) throw new CallFailed('NOT_FOUND', text('projects.toggle.gone'), '');
      return call('saveMapping', { ...mapping, enabled });
    },
    onSuccess: ({ enabled }) =>
      announce(text(enabled ? 'projects.toggle.on' : 'projects.toggle.off', { name: row.name })),
    onError: report.failed,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['projects'] }),
  });
  return (
    <span className={styles.toggle}>
      <Toggle
        label={text('projects.toggle', { name: row.name })}
        isChecked={change.isPending ? change.variables : isEnabled}
        isDisabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
    </span>
  );
}
