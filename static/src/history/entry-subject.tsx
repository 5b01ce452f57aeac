import SettingsIcon from '@atlaskit/icon/core/settings';
import type { HistoryRow } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './history.module.css';

/** What an entry is about, as its row names it: the issue and its title, or the app's own settings. */
export function EntrySubject({ entry }: { entry: HistoryRow }) {
  const text = useText();
  if (entry.outcome === 'setting-changed') {
    return (
      <>
        <span className={styles.setting}>
          <SettingsIcon label="" color="currentColor" size="small" />
        </span>{' '}
        {entry.title || text('history.settings')}
      </>
    );
  }
  return (
    <>
      {entry.issueKey !== null && <span className={styles.key}>{entry.issueKey} </span>}
      {entry.title}
    </>
  );
}
