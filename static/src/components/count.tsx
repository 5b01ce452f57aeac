import { useIntl } from 'react-intl';
import styles from './count.module.css';

interface CountProps {
  children: number;
  /** Draws attention: the count is of things that wait for a person. */
  isImportant?: boolean;
}

/** A number beside the name of what it counts. */
export function Count({ children, isImportant = false }: CountProps) {
  const intl = useIntl();
  return (
    <span className={isImportant ? styles.important : styles.count}>
      {intl.formatNumber(children)}
    </span>
  );
}
