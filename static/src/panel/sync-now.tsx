import { useText } from '../texts/use-text';
import { PanelFailure } from './panel-failure';
import styles from './panel.module.css';
import type { SyncNowState } from './use-sync-now';

/** The button that syncs this pair at once. A plain button: Atlaskit's would be a third of the panel's size. */
export function SyncNow({ sync }: { sync: SyncNowState }) {
  const text = useText();
  return (
    <div className={styles.stack}>
      <button
        type="button"
        className={styles.button}
        onClick={sync.start}
        disabled={sync.isRunning}
      >
        {text(sync.isRunning ? 'panel.syncing' : 'panel.sync')}
      </button>
      <p className={styles.line} role="status">
        {sync.isQueued ? text('panel.queued') : ''}
      </p>
      {sync.error !== null && <PanelFailure error={sync.error} onRetry={sync.start} />}
    </div>
  );
}
