import type { ReactNode } from 'react';
import styles from './blank.module.css';

interface BlankProps {
  title: string;
  body: string;
  action?: ReactNode;
}

/** What a list shows when it has nothing: why, and what to do next. */
export function Blank({ title, body, action }: BlankProps) {
  return (
    <div className={styles.blank}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.body}>{body}</p>
      {action}
    </div>
  );
}
