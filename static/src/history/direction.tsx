import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import MinusIcon from '@atlaskit/icon/core/minus';
import type { HistoryRow } from '../../../src/contract';
import { useText } from '../texts/use-text';
import { HiddenText } from '../components/hidden-text';
import styles from './direction.module.css';

/** Which application was written to, as source and target. */
export function Direction({ direction }: Pick<HistoryRow, 'direction'>) {
  const text = useText();
  if (direction === 'none') {
    return (
      <span className={`${styles.direction} ${styles.none}`}>
        <MinusIcon label="" color="currentColor" size="small" />
        {text('history.direction.none')}
      </span>
    );
  }
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
