import ChevronIcon from '@atlaskit/icon/core/chevron-right';
import { useState, type ReactNode } from 'react';
import styles from './mapping.module.css';

interface FoldProps {
  title: string;
  note: string;
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/** A part that is folded until it is asked for. */
export function Fold({ title, note, isOpenAtFirst = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <span className={styles.chevron}>
          <ChevronIcon label="" color="currentColor" size="small" />
        </span>
        <h3 className={styles.foldTitle}>{title}</h3>
        <span className={styles.foldNote}>{note}</span>
      </summary>
      {isOpen && <div className={styles.foldBody}>{children}</div>}
    </details>
  );
}
