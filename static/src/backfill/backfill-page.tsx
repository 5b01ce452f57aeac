import Button from '@atlaskit/button/new';
import BackIcon from '@atlaskit/icon/core/arrow-left';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Blank } from '../components/blank';
import { ListState } from '../components/list-state';
import stack from '../components/stack.module.css';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import styles from './backfill.module.css';
import { ProjectBackfill } from './project-backfill';

interface BackfillPageProps {
  projectId: string;
  go: (path: string) => void;
}

/** The page of one project's backfill: what it would do, and how far it is. */
export function BackfillPage({ projectId, go }: BackfillPageProps) {
  const text = useText();
  const top = useRef<HTMLDivElement>(null);
  const query = useQuery({
    queryKey: ['backfill-mapping', projectId],
    queryFn: () => call('getMapping', { projectId }),
    gcTime: 0,
  });
  useEffect(() => top.current?.focus(), []);
  const saved = query.data?.saved === true ? query.data.mapping : null;
  return (
    <div ref={top} tabIndex={-1} className={`${stack.stack} ${styles.page}`}>
      <div>
        <Button
          appearance="subtle"
          spacing="compact"
          iconBefore={BackIcon}
          onClick={() => go('/projects')}
        >
          {text('backfill.back')}
        </Button>
      </div>
      <ListState
        query={query}
        isEmpty={saved === null || !saved.enabled}
        onConnect={() => go('/connection')}
        rowHeight={96}
        blank={
          <Blank
            title={text('backfill.notMapped')}
            body={text('backfill.notMapped.body')}
            action={
              <Button appearance="primary" onClick={() => go(`/projects/${projectId}`)}>
                {text('backfill.notMapped.action')}
              </Button>
            }
          />
        }
      >
        {saved && <ProjectBackfill mapping={saved} go={go} />}
      </ListState>
    </div>
  );
}
