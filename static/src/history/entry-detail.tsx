import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useId, useRef } from 'react';
import type { HistoryRow } from '../../../src/contract';
import { AlignItem } from '../components/align-item';
import { ExternalLink } from '../components/external-link';
import { ProblemNote } from '../components/problem-note';
import { Moment } from '../components/when';
import { useText } from '../texts/use-text';
import { Direction } from './direction';
import { EntryChanges } from './entry-changes';
import { EntryCost } from './entry-cost';
import styles from './entry-detail.module.css';
import { EntryFacts } from './entry-facts';
import { OutcomeLozenge } from './outcome-lozenge';

interface EntryDetailProps {
  entry: HistoryRow;
  onClose: () => void;
}

/** One entry in full: what happened, who and why, each field before and after, and what it took. */
export function EntryDetail({ entry, onClose }: EntryDetailProps) {
  const text = useText();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isSaidBelow = entry.changes.some(({ remedy }) => remedy === entry.remedy);
  return (
    <section
      className={styles.panel}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.head}>
        <div className={styles.heading}>
          <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
            {entry.title || entry.issueKey || text('history.settings')}
          </h2>
          <EntryLinks entry={entry} />
        </div>
        <IconButton
          appearance="subtle"
          icon={CrossIcon}
          label={text('history.detail.close')}
          onClick={onClose}
        />
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby={id}>
        <div className={styles.story}>
          <p className={styles.outcome}>
            <OutcomeLozenge outcome={entry.outcome} />
            <Direction direction={entry.direction} />
            <span className={styles.when}>
              <Moment at={entry.at} />
            </span>
          </p>
          <p className={styles.message}>{entry.message}</p>
          {entry.remedy !== null && !isSaidBelow && (
            <ProblemNote
              problem={{ message: text('history.detail.remedy'), remedy: entry.remedy }}
            />
          )}
        </div>
        <EntryFacts entry={entry} />
        <EntryChanges changes={entry.changes} />
        <EntryCost entry={entry} />
      </div>
    </section>
  );
}

/** The way to the work item in either application. */
function EntryLinks({ entry }: { entry: HistoryRow }) {
  const { issueKey, issueUrl, alignType, alignId, alignUrl } = entry;
  if (issueKey === null && alignType === null) return null;
  return (
    <p className={styles.links}>
      {issueKey !== null &&
        (issueUrl === null ? issueKey : <ExternalLink href={issueUrl}>{issueKey}</ExternalLink>)}
      {alignType !== null && <AlignItem type={alignType} id={alignId} url={alignUrl} />}
    </p>
  );
}
