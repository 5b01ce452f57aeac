import { useState } from 'react';
import type { ProjectMapping, ProjectRow } from '../../../src/contract';
import { BackfillPage } from '../backfill/backfill-page';
import { OfferBackfill } from '../backfill/offer-backfill';
import stack from '../components/stack.module.css';
import { SearchList } from '../components/search-list';
import { useSearchList, type ListInput } from '../components/use-search-list';
import { MappingEditor } from '../mapping/mapping-editor';
import { call } from '../platform/call';
import { ProjectsTable } from './projects-table';

interface ProjectsTabProps {
  go: (path: string) => void;
  /** The project whose mapping is edited; the list is shown without it. */
  projectId: string | undefined;
  /** `backfill` shows the project's backfill instead. */
  part: string | undefined;
}

/** Which Jira projects are kept in step with which Align programs. */
export default function ProjectsTab({ go, projectId, part }: ProjectsTabProps) {
  const [mapped, setMapped] = useState<ProjectMapping | null>(null);
  if (projectId && part === 'backfill')
    return <BackfillPage key={projectId} projectId={projectId} go={go} />;
  return projectId ? (
    <MappingEditor key={projectId} projectId={projectId} go={go} onMapped={setMapped} />
  ) : (
    <div className={stack.stack}>
      {mapped && <OfferBackfill mapping={mapped} go={go} />}
      <ProjectList go={go} />
    </div>
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
