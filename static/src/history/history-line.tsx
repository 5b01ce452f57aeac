import { memo } from 'react';
import type { HistoryRow } from '../../../src/contract';
import { Moment } from '../components/when';
import { useText } from '../texts/use-text';
import { ChangeSummary } from './change-summary';
import { Direction } from './direction';
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
  const text = useText();
  const person = usePersonName(entry);
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
      <div role="gridcell" className={styles.when}>
        <Moment at={entry.at} />
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
        <Direction direction={entry.direction} />
      </div>
      <div role="gridcell">
        <span className={lines.main}>
          {entry.issueKey !== null && <span className={styles.key}>{entry.issueKey} </span>}
          {entry.title || text('history.settings')}
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
      {!isNarrow && (
        <div role="gridcell">
          <ChangeSummary entry={entry} />
        </div>
      )}
      <div role="gridcell">
        <OutcomeLozenge outcome={entry.outcome} />
      </div>
    </div>
  );
});
