import type { ReactNode } from 'react';
import styles from '../platform/hidden.module.css';

interface HiddenTextProps {
  as?: 'span' | 'h1';
  children: ReactNode;
}

/** A text for screen readers alone. */
export function HiddenText({ as: Element = 'span', children }: HiddenTextProps) {
  return <Element className={styles.hidden}>{children}</Element>;
}
