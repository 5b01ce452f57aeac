import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import type { HistoryRow } from '../../../src/contract';
import { useText } from '../texts/use-text';
import { HiddenText } from '../components/hidden-text';
import styles from './direction.module.css';

/** Which application was written to, as source and target. Nothing for an entry that wrote to neither. */
export function Direction({ direction }: Pick<HistoryRow, 'direction'>) {
  const text = useText();
  if (direction === 'none') return null;
  const [from, to] =
    direction === 'to-align'
      ? [text('side.jira'), text('side.align.short')]
      : [text('side.align.short'), text('side.jira')];
  return (
    <span className={styles.direction}>
      {from}
      <HiddenText> {text('history.direction.to')} </HiddenText>
      <span className={direction === 'to-align' ? styles.toAlign : styles.toJira}>
        <ArrowIcon label="" color="currentColor" size="small" />
      </span>
      {to}
    </span>
  );
}
