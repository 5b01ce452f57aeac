import { Fragment } from 'react';
import type { LinkRow } from '../../../src/contract';
import { AlignItem } from '../components/align-item';
import { ExternalLink } from '../components/external-link';
import { HiddenText } from '../components/hidden-text';
import { ProblemNote } from '../components/problem-note';
import { StatusPair } from '../components/status-pair';
import table from '../components/table.module.css';
import { Ago } from '../components/when';
import { useText } from '../texts/use-text';
import { LinkMarks } from './link-marks';
import { LinkMenu } from './link-menu';
import { LinkStatus } from './link-status';
import styles from './links.module.css';

interface LinksTableProps {
  rows: readonly LinkRow[];
  /** The issue id whose resync is being asked for. */
  resyncing: string | null;
  onResync: (row: LinkRow) => void;
  onHistory: (row: LinkRow) => void;
}

const COLUMNS = ['issue', 'align', 'status', 'states', 'marks', 'synced'] as const;

/** One row for each pair, and under it what is wrong with it, if anything is. */
export function LinksTable({ rows, resyncing, onResync, onHistory }: LinksTableProps) {
  const text = useText();
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${styles.links}`}>
        <caption>{text('links.caption')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {text(`links.col.${column}`)}
              </th>
            ))}
            <th scope="col" className={styles.menu}>
              <HiddenText>{text('common.actions')}</HiddenText>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.issueId}>
              <tr className={row.problem ? styles.withProblem : undefined}>
                <th scope="row">
                  <ExternalLink href={row.issueUrl}>{row.issueKey}</ExternalLink>
                  <span className={styles.title} title={row.title}>
                    {row.title}
                  </span>
                </th>
                <td>
                  <AlignItem type={row.alignType} id={row.alignId} url={row.alignUrl} />
                </td>
                <td>
                  <LinkStatus status={row.status} />
                </td>
                <td>
                  <StatusPair jira={row.jiraStatus} align={row.alignState} />
                </td>
                <td>
                  <LinkMarks webLink={row.webLink} viewInJira={row.viewInJira} />
                </td>
                <td className={table.muted}>
                  {row.lastSyncedAt === null ? (
                    text('links.neverSynced')
                  ) : (
                    <Ago at={row.lastSyncedAt} />
                  )}
                </td>
                <td>
                  <LinkMenu
                    row={row}
                    isResyncing={resyncing === row.issueId}
                    onResync={onResync}
                    onHistory={onHistory}
                  />
                </td>
              </tr>
              {row.problem && (
                <tr>
                  <td colSpan={COLUMNS.length + 1} className={styles.problem}>
                    <ProblemNote problem={row.problem} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
