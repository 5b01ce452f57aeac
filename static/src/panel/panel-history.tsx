import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Ago } from '../components/when';
import { ChangeSummary } from '../history/change-summary';
import { Direction } from '../history/direction';
import { OutcomeLozenge } from '../history/outcome-lozenge';
import { usePersonName } from '../history/use-person-name';
import type { HistoryRow } from '../../../src/contract';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import { PanelFailure } from './panel-failure';
import styles from './panel.module.css';

const SHOWN = 3;

/** The last few entries of the history. */
export function PanelHistory({ lastSyncedAt }: { lastSyncedAt: string | null }) {
  const text = useText();
  const history = useQuery({
    // A later sync of the pair means new entries.
    queryKey: ['issue-history', lastSyncedAt],
    queryFn: () => call('listIssueHistory', {}),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const entries = history.data?.items.slice(0, SHOWN) ?? [];
  return (
    <section className={styles.history} aria-labelledby="panel-history">
      <h2 id="panel-history" className={styles.subtitle}>
        {text('panel.history')}
      </h2>
      {history.isPending && <p className={styles.line}>{text('common.loading')}</p>}
      {history.isError && (
        <PanelFailure error={history.error} onRetry={() => void history.refetch()} />
      )}
      {history.isSuccess && entries.length === 0 && (
        <p className={styles.line}>{text('panel.history.empty')}</p>
      )}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { entry: HistoryRow }) {
  const person = usePersonName(entry);
  return (
    <li className={styles.entry}>
      <div className={styles.row}>
        <Direction direction={entry.direction} />
        <OutcomeLozenge outcome={entry.outcome} />
      </div>
      <ChangeSummary entry={entry} />
      <p className={styles.line}>
        {person}, <Ago at={entry.at} />
      </p>
    </li>
  );
}
