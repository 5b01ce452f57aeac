import type { HistoryRow } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './entry-detail.module.css';

/** What an entry took, and its code and number for somebody who searches logs: one quiet line. */
export function EntryCost({ entry }: { entry: HistoryRow }) {
  const text = useText();
  const { requests, durationMs, sequence, code } = entry;
  return (
    <p className={styles.cost}>
      {text('history.detail.cost', {
        ms: durationMs,
        jira: requests.jira,
        points: requests.jiraPoints,
        align: requests.align,
      })}{' '}
      <code className={styles.code}>{code}</code>
      {entry.outcome !== 'setting-changed' && (
        <> {text('history.detail.sequence', { number: sequence })}</>
      )}
    </p>
  );
}
