import { useCallback, useRef, useState } from 'react';
import type { HistoryRow } from '../../../src/contract';
import { EntryDetail } from './entry-detail';
import { HistoryGrid, type GridPaging } from './history-grid';
import styles from './history.module.css';

interface HistorySplitProps {
  rows: readonly HistoryRow[];
  query: GridPaging;
}

/** The timeline, and beside it the entry that is selected. Closing the entry gives the focus back to its row. */
export function HistorySplit({ rows, query }: HistorySplitProps) {
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const grid = useRef<{ focusActive: () => void }>(null);
  const selected = rows.find(({ id }) => id === selectedId) ?? null;
  const close = useCallback(() => {
    setSelectedId(null);
    grid.current?.focusActive();
  }, []);
  return (
    <div className={selected ? styles.split : styles.whole}>
      <HistoryGrid
        ref={grid}
        rows={rows}
        query={query}
        selectedId={selectedId}
        isNarrow={selected !== null}
        onSelect={setSelectedId}
      />
      {selected && <EntryDetail key={selected.id} entry={selected} onClose={close} />}
    </div>
  );
}
