import { useIntl } from 'react-intl';
import styles from './count.module.css';

/** How many things wait for a person, beside the name of the place where they do. */
export function Count({ children }: { children: number }) {
  const intl = useIntl();
  return <span className={styles.count}>{intl.formatNumber(children)}</span>;
}
