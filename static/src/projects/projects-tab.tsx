import { useCallback, useState } from 'react';
import { Blank } from '../components/blank';
import { ListState } from '../components/list-state';
import { LoadMore } from '../components/load-more';
import { SearchField } from '../components/search-field';
import { StaleNotice } from '../components/stale-notice';
import stack from '../components/stack.module.css';
import toolbar from '../components/toolbar.module.css';
import { useListing } from '../components/use-listing';
import { MappingEditor } from '../mapping/mapping-editor';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import { ProjectsTable } from './projects-table';

interface ProjectsTabProps {
  go: (path: string) => void;
  /** The project whose mapping is edited; the list is shown without it. */
  projectId: string | undefined;
}

/** Which Jira projects are kept in step with which Align programs. */
export default function ProjectsTab({ go, projectId }: ProjectsTabProps) {
  return projectId ? (
    <MappingEditor key={projectId} projectId={projectId} go={go} />
  ) : (
    <ProjectList go={go} />
  );
}

function ProjectList({ go }: { go: (path: string) => void }) {
  const text = useText();
  const [q, setQ] = useState('');
  const fetchPage = useCallback(
    (cursor: string | undefined) => call('listProjects', { q: q || undefined, cursor }),
    [q],
  );
  const { query, rows } = useListing({ queryKey: ['projects', 'list', q], fetchPage });
  return (
    <div className={stack.stack}>
      <div className={toolbar.toolbar}>
        <SearchField
          label={text('projects.search')}
          placeholder={text('projects.search.example')}
          onSearch={setQ}
        />
      </div>
      <StaleNotice query={query} />
      <ListState
        query={query}
        isEmpty={rows.length === 0}
        onConnect={() => go('/connection')}
        blank={
          <Blank
            title={text(q ? 'projects.noMatch' : 'projects.empty')}
            body={text(q ? 'projects.noMatch.body' : 'projects.empty.body')}
          />
        }
      >
        <ProjectsTable rows={rows} go={go} />
        <LoadMore query={query} />
      </ListState>
    </div>
  );
}
