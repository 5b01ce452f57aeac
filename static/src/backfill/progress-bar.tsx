import { useId } from 'react';
import type { BackfillView } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  view: Pick<BackfillView, 'done' | 'total'>;
  isUnderWay: boolean;
}

/** The share of the work items that is looked at. The total is an estimate until the end. */
export function ProgressBar({ view: { done, total }, isUnderWay }: ProgressBarProps) {
  const text = useText();
  const id = useId();
  return (
    <div className={styles.progress}>
      {isUnderWay && (
        <progress
          className={styles.bar}
          aria-label={text('backfill.progress.label')}
          aria-describedby={id}
          max={Math.max(total, done, 1)}
          value={done}
        />
      )}
      <p id={id} className={styles.text}>
        {text(isUnderWay ? 'backfill.progress.of' : 'backfill.progress.done', {
          done,
          total: Math.max(total, done),
        })}
      </p>
    </div>
  );
}
