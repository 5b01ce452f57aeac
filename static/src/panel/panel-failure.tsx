import { ProblemNote } from '../components/problem-note';
import { failureText } from '../components/failure-text';
import { asCallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import styles from './panel.module.css';

interface PanelFailureProps {
  error: unknown;
  onRetry: () => void;
}

/** A failed call, in the width of the panel. */
export function PanelFailure({ error, onRetry }: PanelFailureProps) {
  const text = useText();
  return (
    <div role="alert" className={styles.stack}>
      <ProblemNote problem={failureText(asCallFailed(error), text)} />
      <button type="button" className={styles.button} onClick={onRetry}>
        {text('common.tryAgain')}
      </button>
    </div>
  );
}
