import { AppSelect } from './app-select';
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ProjectRow } from '../../../src/contract';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import labels from './label.module.css';
import styles from './toolbar.module.css';

interface ProjectFilterProps {
  selected: ProjectRow | null;
  onSelect: (project: ProjectRow | null) => void;
}

/** Narrows a list to one Jira project. What is typed is searched on the server: a site may have thousands. */
export function ProjectFilter({ selected, onSelect }: ProjectFilterProps) {
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const projects = useQuery({
    queryKey: ['projects', 'filter', typed],
    queryFn: () => call('listProjects', typed === '' ? {} : { q: typed }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.filter}>
      <label htmlFor={id} className={labels.label}>
        {text('filter.project')}
      </label>
      <AppSelect<ProjectRow>
        inputId={id}
        spacing="compact"
        isClearable
        isLoading={projects.isFetching}
        options={projects.data?.items ?? []}
        value={selected}
        placeholder={text('filter.project.all')}
        noOptionsMessage={() =>
          text(projects.isError ? 'filter.project.failed' : 'filter.project.none')
        }
        loadingMessage={() => text('common.loading')}
        clearControlLabel={text('filter.project.clear')}
        filterOption={null}
        getOptionLabel={(project) =>
          text('project.nameAndKey', { name: project.name, key: project.key })
        }
        getOptionValue={(project) => project.projectId}
        onInputChange={(value, { action }) => {
          if (action === 'input-change') setTyped(value.slice(0, 200));
          if (action === 'menu-close') setTyped('');
        }}
        onChange={(project) => onSelect(project)}
      />
    </div>
  );
}
