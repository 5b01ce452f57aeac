import Button from '@atlaskit/button/new';
import type { ProjectRow } from '../../../src/contract';
import { HiddenText } from '../components/hidden-text';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { MappedTypes } from './mapped-types';
import { SyncToggle } from './sync-toggle';
import styles from './projects.module.css';

interface ProjectsTableProps {
  rows: readonly ProjectRow[];
  go: (path: string) => void;
}

/** Jira projects with what each is mapped to. */
export function ProjectsTable({ rows, go }: ProjectsTableProps) {
  const text = useText();
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <caption>{text('projects.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('projects.col.project')}</th>
            <th scope="col">{text('projects.col.program')}</th>
            <th scope="col">{text('projects.col.types')}</th>
            <th scope="col">{text('projects.col.sync')}</th>
            <th scope="col">
              <HiddenText>{text('common.actions')}</HiddenText>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.projectId}>
              <th scope="row">
                <span className={styles.name}>{row.name}</span>
                <span className={table.small}>{row.key}</span>
              </th>
              <td>
                {row.mapping ? (
                  row.mapping.programName
                ) : (
                  <span className={table.muted}>{text('projects.notMapped')}</span>
                )}
              </td>
              <td>{row.mapping && <MappedTypes types={row.mapping.types} />}</td>
              <td>{row.mapping && <SyncToggle row={row} isEnabled={row.mapping.enabled} />}</td>
              <td className={styles.action}>
                <Button onClick={() => go(`/projects/${row.projectId}`)}>
                  {text(row.mapping ? 'projects.edit' : 'projects.map')}
                  <HiddenText> {row.name}</HiddenText>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
