import { useQuery } from '@tanstack/react-query';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import { HiddenText } from '../components/hidden-text';
import { PanelFailure } from '../panel/panel-failure';
import { PanelHistory } from '../panel/panel-history';
import { SyncNow } from '../panel/sync-now';
import { Twin } from '../panel/twin';
import styles from '../panel/panel.module.css';
import { useSyncNow } from '../panel/use-sync-now';

export const TWIN_KEY = ['twin'] as const;

/** The app's panel beside an issue: its Align twin, whether both agree, and what happened last. */
export function IssuePanel() {
  const text = useText();
  const sync = useSyncNow();
  const twin = useQuery({
    queryKey: TWIN_KEY,
    queryFn: () => call('getTwin', {}),
    refetchInterval: ({ state }) =>
      sync.asked !== null || state.data?.status === 'creating' ? 3_000 : 30_000,
  });
  const lastSyncedAt = twin.data?.link?.lastSyncedAt ?? null;
  const isMapped = twin.data !== undefined && twin.data.status !== 'not-mapped';
  return (
    <main className={styles.panel}>
      <HiddenText as="h1">{text('panel.title')}</HiddenText>
      {twin.isPending && <PanelSkeleton />}
      {twin.isError && <PanelFailure error={twin.error} onRetry={() => void twin.refetch()} />}
      {twin.data && <Twin twin={twin.data} />}
      {isMapped && <SyncNow sync={sync} lastSyncedAt={lastSyncedAt} />}
      {isMapped && <PanelHistory lastSyncedAt={lastSyncedAt} />}
    </main>
  );
}

function PanelSkeleton() {
  const text = useText();
  return (
    <div className={styles.skeleton} role="status" aria-busy="true">
      <HiddenText>{text('common.loading')}</HiddenText>
      <span />
      <span />
      <span />
    </div>
  );
}
