import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useId, useRef } from 'react';
import type { HistoryRow } from '../../../src/contract';
import { AlignItem } from '../components/align-item';
import { ExternalLink } from '../components/external-link';
import { ProblemNote } from '../components/problem-note';
import { useText } from '../texts/use-text';
import { EntryChanges } from './entry-changes';
import { EntryFacts } from './entry-facts';
import styles from './entry-detail.module.css';
import { OutcomeLozenge } from './outcome-lozenge';

interface EntryDetailProps {
  entry: HistoryRow;
  onClose: () => void;
}

/** One entry in full: what happened, each field before and after, who, why, and what it took. */
export function EntryDetail({ entry, onClose }: EntryDetailProps) {
  const text = useText();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      className={styles.panel}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
          {entry.issueKey === null
            ? entry.title || text('history.settings')
            : text('history.detail.title', { key: entry.issueKey, title: entry.title })}
        </h2>
        <IconButton
          appearance="subtle"
          icon={CrossIcon}
          label={text('history.detail.close')}
          onClick={onClose}
        />
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby={id}>
        <div className={styles.outcome}>
          <OutcomeLozenge outcome={entry.outcome} />
          <p className={styles.message}>{entry.message}</p>
        </div>
        {entry.remedy !== null && (
          <ProblemNote problem={{ message: text('history.detail.remedy'), remedy: entry.remedy }} />
        )}
        <ul className={styles.links}>
          {entry.issueUrl !== null && entry.issueKey !== null && (
            <li>
              <ExternalLink href={entry.issueUrl}>
                {text('history.detail.openJira', { key: entry.issueKey })}
              </ExternalLink>
            </li>
          )}
          {entry.alignType !== null && (
            <li>
              <AlignItem type={entry.alignType} id={entry.alignId} url={entry.alignUrl} />
            </li>
          )}
        </ul>
        <EntryChanges changes={entry.changes} />
        <EntryFacts entry={entry} />
      </div>
    </section>
  );
}
