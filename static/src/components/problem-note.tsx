import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { Problem } from '../../../src/contract';
import styles from './problem-note.module.css';

/** What is wrong and what to do about it, small enough for a row. */
export function ProblemNote({ problem }: { problem: Pick<Problem, 'message' | 'remedy'> }) {
  return (
    <div className={styles.note}>
      <span className={styles.icon}>
        <WarningIcon label="" color="currentColor" />
      </span>
      <p className={styles.text}>
        <strong className={styles.message}>{problem.message}</strong> {problem.remedy}
      </p>
    </div>
  );
}
