import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import type { HistoryRow, ShownValue } from '../../../src/contract';
import { HiddenText } from '../components/hidden-text';
import { useText } from '../texts/use-text';
import styles from './change-text.module.css';

/** The first change of an entry on one line, and on a second line which other fields changed with it. */
export function ChangeSummary({ entry }: { entry: Pick<HistoryRow, 'changes' | 'message'> }) {
  const text = useText();
  const [first, ...others] = entry.changes;
  if (!first) return <span className={`${styles.main} ${styles.quiet}`}>{entry.message}</span>;
  const shown = (value: ShownValue | null) =>
    value === null || value.text === '' ? text('history.value.empty') : value.text;
  return (
    <>
      <span className={styles.main}>
        <span className={styles.quiet}>{text(`field.${first.field}`)}: </span>
        {shown(first.from)}
        <HiddenText> {text('history.change.to')} </HiddenText>
        <span className={styles.arrow}>
          <ArrowIcon label="" color="currentColor" size="small" />
        </span>
        {shown(first.to)}
      </span>
      {others.length > 0 && (
        <span className={styles.sub}>
          {text('history.change.others', {
            count: others.length,
            fields: others.map(({ field }) => text(`field.${field}`)).join(', '),
          })}
        </span>
      )}
    </>
  );
}
