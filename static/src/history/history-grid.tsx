import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  forwardRef,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import Spinner from '@atlaskit/spinner';
import type { HistoryRow } from '../../../src/contract';
import { Failure } from '../components/failure';
import { useText } from '../texts/use-text';
import { stepOf } from './grid-keys';
import { HistoryLine } from './history-line';
import styles from './history.module.css';

const ROW_HEIGHT = 56;
const AHEAD = 15;
const WIDE_COLUMNS = ['when', 'who', 'item', 'changed', 'outcome'] as const;
const NARROW_COLUMNS = ['item', 'outcome'] as const;

export interface GridPaging {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

interface HistoryGridProps {
  rows: readonly HistoryRow[];
  query: GridPaging;
  selectedId: string | null;
  /** Leaves out the columns that the open entry shows anyway. */
  isNarrow: boolean;
  onSelect: (id: string) => void;
}

/**
 * The timeline as a grid of which only the visible rows exist. One row takes the Tab key; arrows, Page Up, Page
 * Down, Home and End move it, Enter opens it. The next page is read as the end of the last one comes into sight.
 */
export const HistoryGrid = forwardRef<{ focusActive: () => void }, HistoryGridProps>(
  function HistoryGrid({ rows, query, selectedId, isNarrow, onSelect }, ref) {
    const text = useText();
    const scroller = useRef<HTMLDivElement>(null);
    const [active, setActive] = useState(0);
    const activeRow = Math.min(active, rows.length - 1);
    // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
    const virtualizer = useVirtualizer({
      count: rows.length,
      getScrollElement: () => scroller.current,
      estimateSize: () => ROW_HEIGHT,
      overscan: 10,
      scrollPaddingStart: 36,
      getItemKey: (index) => rows[index]?.id ?? index,
      rangeExtractor: (range) => withRow(range, activeRow),
    });
    const items = virtualizer.getVirtualItems();
    const lastShown = virtualizer.range?.endIndex ?? 0;
    const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
    useEffect(() => {
      const isNear = lastShown >= rows.length - AHEAD;
      if (isNear && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) {
        void fetchNextPage();
      }
    }, [
      lastShown,
      rows.length,
      hasNextPage,
      isFetchingNextPage,
      isFetchNextPageError,
      fetchNextPage,
    ]);

    useEffect(() => {
      // The grid has just become smaller or larger: its active row stays in sight.
      virtualizer.scrollToIndex(activeRow);
      // eslint-disable-next-line react-hooks/exhaustive-deps -- only a change of the layout moves the list
    }, [isNarrow]);

    const focusRow = (index: number) =>
      requestAnimationFrame(() =>
        scroller.current
          ?.querySelector<HTMLElement>(`[data-row="${index}"]`)
          ?.focus({ preventScroll: true }),
      );
    const open = useCallback(
      (index: number, id: string) => {
        setActive(index);
        onSelect(id);
      },
      [onSelect],
    );
    useImperativeHandle(ref, () => ({ focusActive: () => void focusRow(activeRow) }));
    const onKeyDown = (event: KeyboardEvent) => {
      const row = rows[activeRow];
      if (row && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        onSelect(row.id);
        return;
      }
      const pageRows = Math.floor((scroller.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1;
      const next = stepOf(event.key, activeRow, rows.length, pageRows);
      if (next === null) return;
      event.preventDefault();
      setActive(next);
      virtualizer.scrollToIndex(next);
      focusRow(next);
    };

    return (
      <div className={styles.frame}>
        <div
          ref={scroller}
          className={`${styles.grid} ${isNarrow ? styles.narrow : ''}`}
          role="grid"
          aria-label={text('history.caption')}
          aria-rowcount={hasNextPage ? -1 : rows.length + 1}
          aria-busy={isFetchingNextPage}
          onKeyDown={onKeyDown}
        >
          <HeadLine isNarrow={isNarrow} />
          <div
            role="rowgroup"
            className={styles.body}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {items.map((item) => {
              const entry = rows[item.index];
              return (
                entry && (
                  <HistoryLine
                    key={item.key}
                    entry={entry}
                    index={item.index}
                    top={item.start}
                    height={item.size}
                    isActive={item.index === activeRow}
                    isSelected={entry.id === selectedId}
                    isNarrow={isNarrow}
                    onOpen={open}
                  />
                )
              );
            })}
          </div>
        </div>
        {isFetchingNextPage && (
          <div className={styles.fetching}>
            <Spinner size="small" label={text('common.loading')} />
          </div>
        )}
        {isFetchNextPageError && (
          <Failure
            error={query.error}
            title={text('list.moreFailed')}
            onRetry={() => void fetchNextPage()}
          />
        )}
      </div>
    );
  },
);

function HeadLine({ isNarrow }: { isNarrow: boolean }) {
  const text = useText();
  const columns = isNarrow ? NARROW_COLUMNS : WIDE_COLUMNS;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.line}>
        {columns.map((column) => (
          <div key={column} role="columnheader">
            {text(`history.col.${column}`)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The rows to draw, and always the one that has the focus: a focused element must not vanish while scrolling. */
function withRow(range: Range, row: number): number[] {
  const shown = defaultRangeExtractor(range);
  return row < 0 || shown.includes(row) ? shown : [...shown, row].sort((a, b) => a - b);
}
