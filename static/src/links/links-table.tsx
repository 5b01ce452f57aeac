import { Fragment } from 'react';
import type { LinkRow } from '../../../src/contract';
import { AlignItem } from '../components/align-item';
import { IssueName } from '../components/issue-name';
import { ProblemNote } from '../components/problem-note';
import { isStateProblem } from '../components/state-problem';
import { StatusPair } from '../components/status-pair';
import { Table } from '../components/table';
import table from '../components/table.module.css';
import { Ago } from '../components/when';
import { useText } from '../texts/use-text';
import { ConflictChoice, type ConflictAnswer } from './conflict-choice';
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
  onUnlink: ((row: LinkRow) => void) | undefined;
  /** Absent where the reader may not choose between two values. */
  onChoose: ((answer: ConflictAnswer) => void) | undefined;
  /** The issue id for which a choice is being stored. */
  deciding: string | null;
}

const COLUMNS = ['issue', 'align', 'status', 'states', 'marks', 'synced'] as const;

/** One row for each pair, and under it what is wrong with it, if anything is. */
export function LinksTable({
  rows,
  resyncing,
  onResync,
  onHistory,
  onUnlink,
  onChoose,
  deciding,
}: LinksTableProps) {
  const text = useText();
  return (
    <Table
      caption={text('links.caption')}
      columns={COLUMNS.map((key) => ({
        key,
        title: text(`links.col.${key}`),
        className: styles[key],
      }))}
      className={styles.links}
      hasActions
    >
      {rows.map((row) => (
        <Fragment key={row.issueId}>
          <tr className={row.problem ? styles.withProblem : undefined}>
            <th scope="row">
              <IssueName issueKey={row.issueKey} url={row.issueUrl} title={row.title} />
            </th>
            <td>
              <AlignItem type={row.alignType} id={row.alignId} url={row.alignUrl} />
            </td>
            <td className={styles.sync}>
              <LinkStatus status={row.status} />
            </td>
            <td>
              <StatusPair
                jira={row.jiraStatus}
                align={row.alignState}
                isApart={isStateProblem(row.problem)}
              />
            </td>
            <td>
              {row.alignId === null || row.status === 'unlinked' ? (
                <span className={table.muted}>{text('links.noLinks')}</span>
              ) : (
                <LinkMarks webLink={row.webLink} viewInJira={row.viewInJira} />
              )}
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
                onUnlink={onUnlink}
              />
            </td>
          </tr>
          {row.problem && (
            <tr>
              <td colSpan={COLUMNS.length + 1} className={styles.problem}>
                <ProblemNote problem={row.problem} />
                <ConflictChoice
                  row={row}
                  onChoose={onChoose}
                  isChoosing={deciding === row.issueId}
                />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </Table>
  );
}
