import Button from '@atlaskit/button/new';
import type { BackfillStatus, BackfillView } from '../../../src/contract';
import { Card } from '../components/card';
import { Fact, Facts } from '../components/facts';
import { Lozenge, type LozengeLook } from '../components/lozenge';
import { ProblemNote } from '../components/problem-note';
import { Ago, Moment } from '../components/when';
import { useText } from '../texts/use-text';
import styles from './backfill.module.css';
import { Figure, Figures } from './figures';
import { ProgressBar } from './progress-bar';
import { SteerButtons } from './steer-buttons';
import { isMoving, type useBackfill } from './use-backfill';

interface ProgressCardProps {
  view: BackfillView;
  /** Of the project. */
  name: string;
  steer: ReturnType<typeof useBackfill>['steer'];
  go: (path: string) => void;
}

const LOOK: Readonly<Record<BackfillStatus, LozengeLook>> = {
  none: 'neutral',
  running: 'information',
  waiting: 'warning',
  paused: 'neutral',
  done: 'success',
  cancelled: 'neutral',
};

/** How far a backfill is or was: what it has done, what it waits for, who started it. */
export function ProgressCard({ view, name, steer, go }: ProgressCardProps) {
  const text = useText();
  const { status, by, startedAt, updatedAt, handedOn, problem } = view;
  const isUnderWay = isMoving(status) || status === 'paused';
  const count = (value: number) => text('backfill.count', { count: value });
  return (
    <Card
      title={text(isUnderWay ? 'backfill.progress' : 'backfill.last')}
      status={<Lozenge look={LOOK[status]}>{text(`backfill.status.${status}`)}</Lozenge>}
      actions={isUnderWay && <SteerButtons status={status} name={name} steer={steer} />}
    >
      <div className={styles.progress}>
        {problem && <ProblemNote problem={problem} />}
        <ProgressBar view={view} isUnderWay={isUnderWay} />
        <Figures>
          <Figure name={text('backfill.created')} value={count(view.created)} isImportant />
          <Figure name={text('backfill.linked')} value={count(view.linked)} isImportant />
          <Figure name={text('backfill.skipped')} value={count(view.skipped)} />
          <Figure name={text('backfill.handedOn')} value={count(handedOn)} />
        </Figures>
        {handedOn > 0 && (
          <p className={styles.handedOn}>
            {text('backfill.handedOn.help')}{' '}
            <Button spacing="compact" onClick={() => go('/parked')}>
              {text('backfill.handedOn.action')}
            </Button>
          </p>
        )}
        <Facts>
          {startedAt !== null && (
            <Fact name={text('backfill.started')}>
              {by !== null && text('backfill.startedBy', { name: by.name })}{' '}
              <Moment at={startedAt} />
            </Fact>
          )}
          {updatedAt !== null && (
            <Fact name={text('backfill.updated')}>
              <Ago at={updatedAt} />
            </Fact>
          )}
        </Facts>
      </div>
    </Card>
  );
}
