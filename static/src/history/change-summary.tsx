import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import type { FieldChange, HistoryRow, ShownValue } from '../../../src/contract';
import { HiddenText } from '../components/hidden-text';
import { useText } from '../texts/use-text';
import styles from './change-text.module.css';
import { orderChanges } from './order-changes';
import { useFieldName } from '../components/use-field-name';

interface ChangeSummaryProps {
  entry: Pick<HistoryRow, 'changes' | 'message' | 'outcome'>;
}

/**
 * The foremost change of an entry on one line, and on a second line which other fields it is about. Of a creation
 * every value is new, so its sentence stands instead.
 */
export function ChangeSummary({ entry }: ChangeSummaryProps) {
  const text = useText();
  const fieldName = useFieldName();
  const [first, ...others] = orderChanges(entry.changes);
  const name = (change: FieldChange) =>
    change.outcome === 'applied' || change.outcome === first?.outcome
      ? fieldName(change)
      : text(`history.change.${change.outcome}`, { field: fieldName(change) });
  if (!first) return <span className={styles.main}>{entry.message}</span>;
  if (entry.outcome === 'created') {
    return (
      <>
        <span className={styles.main}>{entry.message}</span>
        <span className={styles.sub}>{[first, ...others].map(name).join(', ')}</span>
      </>
    );
  }
  return (
    <>
      <span className={styles.change}>
        <span className={styles.field}>{fieldName(first)}:</span>
        <Value value={first.from} look={styles.old} />
        <HiddenText> {text('history.change.to')} </HiddenText>
        <span className={styles.arrow}>
          <ArrowIcon label="" color="currentColor" size="small" />
        </span>
        <Value value={first.to} look={styles.new} />
      </span>
      {others.length > 0 && (
        <span className={styles.sub}>
          {text('history.change.others', {
            count: others.length,
            fields: others.map(name).join(', '),
          })}
        </span>
      )}
    </>
  );
}

function Value({ value, look }: { value: ShownValue | null; look: string | undefined }) {
  const text = useText();
  return (
    <span className={look}>
      {value === null || value.text === '' ? text('history.value.empty') : value.text}
    </span>
  );
}
