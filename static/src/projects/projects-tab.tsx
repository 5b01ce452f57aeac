import type { ProjectRow } from '../../../src/contract';
import { SearchList } from '../components/search-list';
import { useSearchList, type ListInput } from '../components/use-search-list';
import { MappingEditor } from '../mapping/mapping-editor';
import { call } from '../platform/call';
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

const listProjects = ({ q, cursor }: ListInput) => call('listProjects', { q, cursor });

function ProjectList({ go }: { go: (path: string) => void }) {
  const list = useSearchList<ProjectRow>({ queryKey: ['projects', 'list'], list: listProjects });
  return (
    <SearchList texts="projects" list={list} go={go}>
      <ProjectsTable rows={list.rows} go={go} />
    </SearchList>
  );
}
