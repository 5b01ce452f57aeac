import { useText } from '../texts/use-text';
import { PanelFailure } from './panel-failure';
import styles from './panel.module.css';
import type { SyncNowState } from './use-sync-now';

interface SyncNowProps {
  sync: SyncNowState;
  lastSyncedAt: string | null;
}

/** The button that syncs this pair at once. A plain button: Atlaskit's would be a third of the panel's size. */
export function SyncNow({ sync, lastSyncedAt }: SyncNowProps) {
  const text = useText();
  const { asked, isRunning, error } = sync;
  const start = () => sync.start(lastSyncedAt);
  const isDone = asked !== null && asked.lastSyncedAt !== lastSyncedAt;
  const said = asked === null ? '' : text(isDone ? 'panel.done' : 'panel.queued');
  return (
    <div className={styles.stack}>
      <button type="button" className={styles.button} onClick={start} disabled={isRunning}>
        {text(isRunning ? 'panel.syncing' : 'panel.sync')}
      </button>
      <p className={styles.line} role="status">
        {said}
      </p>
      {error !== null && <PanelFailure error={error} onRetry={start} />}
    </div>
  );
}
