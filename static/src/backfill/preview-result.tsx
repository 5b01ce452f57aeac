import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { BackfillPreview } from '../../../src/contract';
import { Blank } from '../components/blank';
import { useText } from '../texts/use-text';
import styles from './backfill.module.css';
import { Figure, Figures } from './figures';
import { SampleTable } from './sample-table';

interface PreviewResultProps {
  preview: BackfillPreview;
  isStarting: boolean;
  onStart: () => void;
}

const SAMPLES = ['toLink', 'toCreate', 'notMapped'] as const;

/** What a backfill would do, and the way to do it. */
export function PreviewResult({ preview, isStarting, onStart }: PreviewResultProps) {
  const text = useText();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), [preview]);
  const { issues, paired, skipped, alignItems, isAtLeast } = preview;
  const open = Math.max(issues - paired, preview.toCreate.length + preview.toLink.length);
  const isNothing = open === 0 && (alignItems ?? 0) === 0;
  const count = (value: number, isLower = false) =>
    text(isLower ? 'backfill.countAtLeast' : 'backfill.count', { count: value });
  return (
    <div
      ref={top}
      tabIndex={-1}
      className={styles.result}
      aria-label={text('backfill.result')}
      role="region"
    >
      {isNothing ? (
        <Blank title={text('backfill.allPaired')} body={text('backfill.allPaired.body')} />
      ) : (
        <>
          <Figures>
            <Figure name={text('backfill.figure.open')} value={count(open)} isImportant />
            {alignItems !== null && (
              <Figure
                name={text('backfill.figure.alignItems')}
                value={count(alignItems, isAtLeast)}
                isImportant
              />
            )}
            <Figure name={text('backfill.figure.paired')} value={count(paired, isAtLeast)} />
            <Figure name={text('backfill.figure.skipped')} value={count(skipped)} />
          </Figures>
          {isAtLeast && <p className={styles.help}>{text('backfill.result.atLeast')}</p>}
          {SAMPLES.map((kind) => (
            <SampleTable key={kind} kind={kind} samples={preview[kind]} />
          ))}
          <div className={styles.startRow}>
            <p className={styles.reassurance}>{text('backfill.result.nothingWritten')}</p>
            <Button appearance="primary" onClick={onStart} isLoading={isStarting}>
              {text('backfill.start')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
