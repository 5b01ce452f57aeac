import Button from '@atlaskit/button/new';
import { useCallback, useMemo, useState } from 'react';
import type { ParkedRow, ProjectRow } from '../../../src/contract';
import { Blank } from '../components/blank';
import { ListState } from '../components/list-state';
import { LoadMore } from '../components/load-more';
import { ProjectFilter } from '../components/project-filter';
import { SearchField } from '../components/search-field';
import stack from '../components/stack.module.css';
import { StaleNotice } from '../components/stale-notice';
import toolbar from '../components/toolbar.module.css';
import { useListing } from '../components/use-listing';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import { groupByReason } from './group-by-reason';
import { ParkedGroup } from './parked-group';
import { useRetry } from './use-retry';

const REFRESH_MS = 20_000;

/** Work that waits for a person: grouped by reason, as one remedy usually helps the whole group. */
export default function ParkedTab({ go }: { go: (path: string) => void }) {
  const text = useText();
  const [q, setQ] = useState('');
  const [project, setProject] = useState<ProjectRow | null>(null);
  const projectId = project?.projectId;
  const fetchPage = useCallback(
    (cursor: string | undefined) => call('listParked', { q: q || undefined, projectId, cursor }),
    [q, projectId],
  );
  const { query, rows } = useListing<ParkedRow>({
    queryKey: ['parked', q, projectId],
    fetchPage,
    refreshEvery: () => REFRESH_MS,
  });
  const groups = useMemo(() => groupByReason(rows), [rows]);
  const retry = useRetry();
  const isFiltered = q !== '' || project !== null;
  return (
    <div className={stack.stack}>
      <div className={toolbar.toolbar}>
        <SearchField
          label={text('parked.search')}
          placeholder={text('parked.search.example')}
          onSearch={setQ}
        />
        <ProjectFilter selected={project} onSelect={setProject} />
        <div className={toolbar.end}>
          <span aria-live="polite">
            {query.isSuccess &&
              text(query.hasNextPage ? 'parked.countSoFar' : 'parked.count', {
                count: rows.length,
              })}
          </span>
          <Button
            onClick={() => retry.start(rows.map(({ id }) => id))}
            isDisabled={rows.length === 0 || retry.isRunning}
          >
            {text(query.hasNextPage ? 'parked.retryShown' : 'parked.retryAll')}
          </Button>
        </div>
      </div>
      <StaleNotice query={query} />
      <ListState
        query={query}
        isEmpty={rows.length === 0}
        onConnect={() => go('/connection')}
        rowHeight={96}
        blank={
          <Blank
            title={text(isFiltered ? 'parked.noMatch' : 'parked.empty')}
            body={text(isFiltered ? 'parked.noMatch.body' : 'parked.empty.body')}
          />
        }
      >
        {groups.map((group) => (
          <ParkedGroup key={group.key} group={group} retry={retry} />
        ))}
        <LoadMore query={query} />
      </ListState>
    </div>
  );
}
