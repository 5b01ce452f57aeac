import type { ReactNode } from 'react';
import styles from './figures.module.css';

/** Numbers side by side, each with its name. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}

interface FigureProps {
  name: string;
  value: string;
  /** Shown first to the eye. */
  isImportant?: boolean;
}

/** One number and its name. */
export function Figure({ name, value, isImportant = false }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd className={isImportant ? styles.important : styles.value}>{value}</dd>
    </div>
  );
}
