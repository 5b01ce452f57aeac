import Button from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useCallback, useState } from 'react';
import type { HistoryRow, ProjectRow } from '../../../src/contract';
import { Blank } from '../components/blank';
import { ListState } from '../components/list-state';
import { ProjectFilter } from '../components/project-filter';
import { SearchField } from '../components/search-field';
import stack from '../components/stack.module.css';
import { StaleNotice } from '../components/stale-notice';
import toolbar from '../components/toolbar.module.css';
import { useListing, type ListPage } from '../components/use-listing';
import { useText } from '../texts/use-text';
import { HistorySplit } from './history-split';
import { useNewEntries } from './use-new-entries';

export interface HistoryInput {
  q?: string | undefined;
  cursor?: string | undefined;
  projectId?: string | undefined;
}

/** Where history comes from: the whole site, one project or one issue. */
export interface HistorySource {
  key: string;
  list: (input: HistoryInput) => Promise<ListPage<HistoryRow>>;
  hasProjects: boolean;
}

interface HistoryViewProps {
  source: HistorySource;
  go: (path: string) => void;
  /** The key of the issue that the history is narrowed to. */
  onlyIssue?: string;
}

/** The timeline of everything the app did, with its search, and one entry in full beside it. */
export function HistoryView({ source, go, onlyIssue }: HistoryViewProps) {
  const text = useText();
  const [q, setQ] = useState('');
  const [project, setProject] = useState<ProjectRow | null>(null);
  const projectId = project?.projectId;
  const queryKey = ['history', source.key, q, projectId];
  const fetchPage = useCallback(
    (cursor: string | undefined) => source.list({ q: q || undefined, projectId, cursor }),
    [source, q, projectId],
  );
  const { query, rows } = useListing<HistoryRow>({ queryKey, fetchPage });
  const fresh = useNewEntries({ queryKey, fetchPage, rows });
  const isFiltered = q !== '' || project !== null;
  return (
    <div className={stack.stack}>
      <div className={toolbar.toolbar}>
        <SearchField
          label={text('history.search')}
          placeholder={text('history.search.example')}
          onSearch={setQ}
        />
        {source.hasProjects && <ProjectFilter selected={project} onSelect={setProject} />}
        {onlyIssue !== undefined && (
          <Button iconAfter={CrossIcon} onClick={() => go('/history')}>
            {text('history.onlyIssue', { key: onlyIssue })}
          </Button>
        )}
        <div className={toolbar.end}>
          <span aria-live="polite">
            {query.isSuccess &&
              text(query.hasNextPage ? 'history.countSoFar' : 'history.count', {
                count: rows.length,
              })}
          </span>
          <Button
            iconBefore={RefreshIcon}
            onClick={fresh.show}
            isLoading={query.isRefetching && !query.isFetchingNextPage}
          >
            {text(fresh.count > 0 ? 'history.showNew' : 'history.refresh', { count: fresh.count })}
          </Button>
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
            title={text(isFiltered ? 'history.noMatch' : 'history.empty')}
            body={text(isFiltered ? 'history.noMatch.body' : 'history.empty.body')}
          />
        }
      >
        <HistorySplit rows={rows} query={query} />
      </ListState>
    </div>
  );
}
