import { Lozenge } from '../components/lozenge';
import type { TwinView } from '../../../src/contract';
import { AlignItem } from '../components/align-item';
import { ProblemNote } from '../components/problem-note';
import { StatusPair } from '../components/status-pair';
import { Ago } from '../components/when';
import { useText } from '../texts/use-text';
import styles from './panel.module.css';

const LOOK = {
  paired: 'success',
  creating: 'information',
  unlinked: 'neutral',
  parked: 'warning',
  'not-paired': 'neutral',
  'not-mapped': 'neutral',
} as const;

/** The twin of the issue, or why it has none. */
export function Twin({ twin }: { twin: TwinView }) {
  const text = useText();
  const { status, link, programName, problem } = twin;
  const words = problem ?? link?.problem ?? null;
  return (
    <div className={styles.stack} aria-live="polite">
      <div className={styles.row}>
        {link && <AlignItem type={link.alignType} id={link.alignId} url={link.alignUrl} />}
        <Lozenge look={LOOK[status]}>{text(`panel.status.${status}`)}</Lozenge>
      </div>
      {link && status !== 'unlinked' && (
        <StatusPair jira={link.jiraStatus} align={link.alignState} />
      )}
      {programName !== null && (
        <p className={styles.line}>{text('panel.program', { name: programName })}</p>
      )}
      {words ? (
        <ProblemNote problem={words} />
      ) : (
        <p className={styles.line}>{text(`panel.about.${status}`)}</p>
      )}
      {link?.lastSyncedAt && (
        <p className={styles.line}>
          {text('panel.lastSynced')} <Ago at={link.lastSyncedAt} />
        </p>
      )}
    </div>
  );
}
