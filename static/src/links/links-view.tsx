import { useCallback, useState } from 'react';
import type { LinkRow, ProjectRow } from '../../../src/contract';
import { Blank } from '../components/blank';
import { ListState } from '../components/list-state';
import { LoadMore } from '../components/load-more';
import { ProjectFilter } from '../components/project-filter';
import { SearchField } from '../components/search-field';
import stack from '../components/stack.module.css';
import { StaleNotice } from '../components/stale-notice';
import toolbar from '../components/toolbar.module.css';
import { useListing, type ListPage } from '../components/use-listing';
import { useText } from '../texts/use-text';
import { LinksTable } from './links-table';
import { useResync } from './use-resync';

/** Where web links come from: the whole site, or the one project of a settings page. */
export interface LinkSource {
  key: string;
  list: (input: {
    q?: string | undefined;
    cursor?: string | undefined;
    projectId?: string | undefined;
  }) => Promise<ListPage<LinkRow>>;
  resync: (issueId: string) => Promise<{ queued: number }>;
  hasProjects: boolean;
}

const CALM_MS = 30_000;
const BUSY_MS = 4_000;

/** The web links table with its search, and its rows page by page. */
export function LinksView({ source, go }: { source: LinkSource; go: (path: string) => void }) {
  const text = useText();
  const [q, setQ] = useState('');
  const [project, setProject] = useState<ProjectRow | null>(null);
  const resync = useResync(source);
  const projectId = project?.projectId;
  const fetchPage = useCallback(
    (cursor: string | undefined) => source.list({ q: q || undefined, projectId, cursor }),
    [source, q, projectId],
  );
  const { query, rows } = useListing<LinkRow>({
    queryKey: ['links', source.key, q, projectId],
    fetchPage,
    refreshEvery: (shown) =>
      resync.isRecent || shown.some(({ status }) => status === 'creating') ? BUSY_MS : CALM_MS,
  });
  const isFiltered = q !== '' || project !== null;
  return (
    <div className={stack.stack}>
      <div className={toolbar.toolbar}>
        <SearchField
          label={text('links.search')}
          placeholder={text('links.search.example')}
          onSearch={setQ}
        />
        {source.hasProjects && <ProjectFilter selected={project} onSelect={setProject} />}
        <div className={toolbar.end} aria-live="polite">
          {query.isSuccess &&
            text(query.hasNextPage ? 'links.countSoFar' : 'links.count', { count: rows.length })}
        </div>
      </div>
      <StaleNotice query={query} />
      <ListState
        query={query}
        isEmpty={rows.length === 0}
        onConnect={() => go('/connection')}
        rowHeight={52}
        blank={
          <Blank
            title={text(isFiltered ? 'links.noMatch' : 'links.empty')}
            body={text(isFiltered ? 'links.noMatch.body' : 'links.empty.body')}
          />
        }
      >
        <LinksTable
          rows={rows}
          resyncing={resync.running}
          onResync={resync.start}
          onHistory={(row) =>
            go(`/history?${new URLSearchParams({ issue: row.issueId, key: row.issueKey })}`)
          }
        />
        <LoadMore query={query} />
      </ListState>
    </div>
  );
}
