import { Lozenge } from '../components/lozenge';
import type { TwinView } from '../../../src/contract';
import { AlignItem } from '../components/align-item';
import { ProblemNote } from '../components/problem-note';
import { isStateProblem } from '../components/state-problem';
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

/** The twin of the issue and whether both agree, or why it has none. What needs a person comes first. */
export function Twin({ twin }: { twin: TwinView }) {
  const text = useText();
  const { link, programName } = twin;
  const problem = twin.problem ?? link?.problem ?? null;
  const status = twin.status === 'paired' && problem ? 'parked' : twin.status;
  return (
    <div className={styles.stack} aria-live="polite">
      {problem && <ProblemNote problem={problem} />}
      {link && <AlignItem type={link.alignType} id={link.alignId} url={link.alignUrl} />}
      <p className={styles.row}>
        <Lozenge look={LOOK[status]}>{text(`panel.status.${status}`)}</Lozenge>
        {link?.lastSyncedAt && (
          <span className={styles.line}>
            {status !== 'paired' && text('panel.lastSynced')} <Ago at={link.lastSyncedAt} />
          </span>
        )}
      </p>
      {link && status !== 'unlinked' && (
        <StatusPair
          jira={link.jiraStatus}
          align={link.alignState}
          isApart={isStateProblem(problem)}
        />
      )}
      {programName !== null && (
        <p className={styles.line}>{text('panel.program', { name: programName })}</p>
      )}
      {!problem && status !== 'paired' && (
        <p className={styles.line}>{text(`panel.about.${status}`)}</p>
      )}
    </div>
  );
}
