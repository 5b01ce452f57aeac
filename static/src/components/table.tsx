import type { ReactNode } from 'react';
import { useText } from '../texts/use-text';
import { HiddenText } from './hidden-text';
import styles from './table.module.css';

export interface TableColumn {
  key: string;
  title: string;
  className?: string | undefined;
}

interface TableProps {
  caption: string;
  columns: readonly TableColumn[];
  className?: string | undefined;
  /** The last cell of each row holds buttons; its column has a name for screen readers alone. */
  hasActions?: boolean;
  /** The rows, each a `tr` that begins with its `th`. */
  children: ReactNode;
}

/** A table with named columns. It scrolls sideways where the window is too narrow for it. */
export function Table({ caption, columns, className, hasActions, children }: TableProps) {
  const text = useText();
  return (
    <div className={styles.scroll}>
      <table className={[styles.table, className].filter(Boolean).join(' ')}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.className}>
                {column.title}
              </th>
            ))}
            {hasActions && (
              <th scope="col">
                <HiddenText>{text('common.actions')}</HiddenText>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
