import { memo } from 'react';
import type { HistoryRow } from '../../../src/contract';
import { Ago, ShortMoment } from '../components/when';
import { useText } from '../texts/use-text';
import { ChangeSummary } from './change-summary';
import { Direction } from './direction';
import { EntrySubject } from './entry-subject';
import styles from './history.module.css';
import lines from './change-text.module.css';
import { OutcomeLozenge } from './outcome-lozenge';
import { usePersonName } from './use-person-name';

interface HistoryLineProps {
  entry: HistoryRow;
  index: number;
  top: number;
  height: number;
  isActive: boolean;
  isSelected: boolean;
  isNarrow: boolean;
  onOpen: (index: number, id: string) => void;
}

/** One entry of the timeline. Nothing in it takes the focus but the row itself. */
export const HistoryLine = memo(function HistoryLine(props: HistoryLineProps) {
  const { entry, index, top, height, isActive, isSelected, isNarrow, onOpen } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-row={index}
      tabIndex={isActive ? 0 : -1}
      className={`${styles.line} ${styles.entry} ${isSelected ? styles.selected : ''}`}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => onOpen(index, entry.id)}
    >
      {isNarrow ? <NarrowCells entry={entry} /> : <WideCells entry={entry} />}
      <div role="gridcell" className={styles.outcome}>
        <OutcomeLozenge outcome={entry.outcome} />
        <Direction direction={entry.direction} />
      </div>
    </div>
  );
});

function WideCells({ entry }: { entry: HistoryRow }) {
  const text = useText();
  const person = usePersonName(entry);
  return (
    <>
      <div role="gridcell">
        <span className={lines.main}>
          <Ago at={entry.at} />
        </span>
        <span className={lines.sub}>
          <ShortMoment at={entry.at} />
        </span>
      </div>
      <div role="gridcell">
        <span className={lines.main}>{person}</span>
        {entry.writtenAs && (
          <span className={lines.sub}>
            {text('history.writtenAs', { name: entry.writtenAs.name })}
          </span>
        )}
      </div>
      <div role="gridcell">
        <span className={lines.main}>
          <EntrySubject entry={entry} />
        </span>
        {entry.alignType !== null && (
          <span className={lines.sub}>
            {entry.alignId === null
              ? text(`alignType.${entry.alignType}`)
              : text('align.item', {
                  type: text(`alignType.${entry.alignType}`),
                  id: String(entry.alignId),
                })}
          </span>
        )}
      </div>
      <div role="gridcell">
        <ChangeSummary entry={entry} />
      </div>
    </>
  );
}

/** What is left of a row beside an open entry, which shows the rest. */
function NarrowCells({ entry }: { entry: HistoryRow }) {
  const person = usePersonName(entry);
  return (
    <div role="gridcell">
      <span className={lines.main}>
        <EntrySubject entry={entry} />
      </span>
      <span className={lines.sub}>
        {person}, <Ago at={entry.at} />
      </span>
    </div>
  );
}
