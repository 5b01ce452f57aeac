import Button from '@atlaskit/button/new';
import type { ProjectRow } from '../../../src/contract';
import { HiddenText } from '../components/hidden-text';
import { Table } from '../components/table';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { MappedTypes } from './mapped-types';
import { SyncToggle } from './sync-toggle';
import styles from './projects.module.css';

interface ProjectsTableProps {
  rows: readonly ProjectRow[];
  go: (path: string) => void;
}

const COLUMNS = ['project', 'program', 'types', 'sync'] as const;

/** Jira projects with what each is mapped to. */
export function ProjectsTable({ rows, go }: ProjectsTableProps) {
  const text = useText();
  return (
    <Table
      caption={text('projects.caption')}
      columns={COLUMNS.map((key) => ({ key, title: text(`projects.col.${key}`) }))}
      hasActions
    >
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
            {row.mapping?.enabled === true && (
              <Button appearance="subtle" onClick={() => go(`/projects/${row.projectId}/backfill`)}>
                {text('backfill.open')}
                <HiddenText> {row.name}</HiddenText>
              </Button>
            )}
            <Button onClick={() => go(`/projects/${row.projectId}`)}>
              {text(row.mapping ? 'projects.edit' : 'projects.map')}
              <HiddenText> {row.name}</HiddenText>
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
}
