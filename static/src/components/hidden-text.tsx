import type { ReactNode } from 'react';
import styles from '../platform/hidden.module.css';

/** A text for screen readers alone. */
export function HiddenText({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
