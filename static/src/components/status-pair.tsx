import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import { useText } from '../texts/use-text';
import { HiddenText } from './hidden-text';
import styles from './status-pair.module.css';

interface StatusPairProps {
  jira: string | null;
  align: string | null;
  /** The two do not correspond, and something keeps them from it. */
  isApart?: boolean;
}

/** The status, and beside it its twin's state once there is a twin. */
export function StatusPair({ jira, align, isApart = false }: StatusPairProps) {
  const text = useText();
  return (
    <span className={`${styles.pair} ${isApart ? styles.apart : ''}`}>
      <HiddenText>{text('status.inJira')} </HiddenText>
      <span className={styles.chip}>{jira ?? text('status.none')}</span>
      {align !== null && (
        <span className={styles.second}>
          {isApart ? (
            <span className={styles.sign}>
              <span aria-hidden="true">≠</span>
              <HiddenText> {text('status.apart')} </HiddenText>
            </span>
          ) : (
            <span className={styles.sign}>
              <ArrowIcon label="" color="currentColor" size="small" />
            </span>
          )}
          <HiddenText> {text('status.inAlign')} </HiddenText>
          <span className={styles.chip}>{align}</span>
        </span>
      )}
    </span>
  );
}
