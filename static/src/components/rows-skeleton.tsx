import { useText } from '../texts/use-text';
import { HiddenText } from './hidden-text';
import styles from './rows-skeleton.module.css';

/** Stands where a list will be, in about its size, so that nothing jumps when it arrives. */
export function RowsSkeleton({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const text = useText();
  return (
    <div className={styles.rows} role="status" aria-busy="true">
      <HiddenText>{text('common.loading')}</HiddenText>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} style={{ height }} />
      ))}
    </div>
  );
}
