import { useEffect, useRef } from 'react';
import type { ProjectMapping } from '../../../src/contract';
import { ListState } from '../components/list-state';
import { StaleNotice } from '../components/stale-notice';
import { useText } from '../texts/use-text';
import styles from './backfill.module.css';
import { PrepareBackfill } from './prepare-backfill';
import { ProgressCard } from './progress-card';
import { isMoving, useBackfill } from './use-backfill';
import { useMilestones } from './use-milestones';

interface ProjectBackfillProps {
  mapping: ProjectMapping;
  go: (path: string) => void;
}

/** The backfill that is under way, or the way to a new one below what the last one came to. */
export function ProjectBackfill({ mapping, go }: ProjectBackfillProps) {
  const text = useText();
  const { query, start, steer } = useBackfill(mapping.projectId);
  const view = query.data;
  useMilestones(view);
  const isUnderWay = isMoving(view?.status) || view?.status === 'paused';
  const heading = useRef<HTMLHeadingElement>(null);
  const { isSuccess: hasStarted } = start;
  // The button that was pressed is gone.
  useEffect(() => {
    if (hasStarted) heading.current?.focus();
  }, [hasStarted]);
  return (
    <>
      <header>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {text('backfill.title', { name: mapping.projectName, key: mapping.projectKey })}
        </h2>
        <p className={styles.intro}>{text('backfill.intro', { program: mapping.programName })}</p>
      </header>
      <StaleNotice query={query} />
      <ListState query={query} isEmpty={false} blank={null} rowHeight={96}>
        {view && view.status !== 'none' && (
          <ProgressCard view={view} name={mapping.projectName} steer={steer} go={go} />
        )}
        {view && !isUnderWay && (
          <PrepareBackfill mapping={mapping} suggested={view.choices} start={start} />
        )}
      </ListState>
    </>
  );
}
