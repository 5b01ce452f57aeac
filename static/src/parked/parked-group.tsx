import Button from '@atlaskit/button/new';
import type { ParkedRow } from '../../../src/contract';
import { AlignItem } from '../components/align-item';
import { Card } from '../components/card';
import { HiddenText } from '../components/hidden-text';
import { IssueName } from '../components/issue-name';
import { Table } from '../components/table';
import table from '../components/table.module.css';
import { Ago, Planned } from '../components/when';
import { useText } from '../texts/use-text';
import type { ReasonGroup } from './group-by-reason';
import styles from './parked.module.css';
import type { Retry } from './use-retry';

interface ParkedGroupProps {
  group: ReasonGroup;
  retry: Retry;
  /** The project that the list is limited to. */
  projectId: string | undefined;
}

/** One reason with its remedy, and the items that wait for it. */
export function ParkedGroup({ group, retry, projectId }: ParkedGroupProps) {
  const project = projectId === undefined ? {} : { projectId };
  const text = useText();
  const { problem, rows, isOneMessage } = group;
  const columns = (['issue', 'align', 'message', 'attempts', 'since', 'nextTry'] as const).filter(
    (key) => key !== 'message' || !isOneMessage,
  );
  return (
    <Card
      title={isOneMessage ? problem.message : text('parked.group')}
      actions={
        rows.length > 1 && (
          <Button
            onClick={() => retry.start({ code: problem.code, ...project })}
            isDisabled={retry.isRunning}
          >
            {text('parked.retryGroup')}
          </Button>
        )
      }
    >
      <p className={styles.remedy}>
        <strong className={styles.strong}>{text('parked.remedy')}</strong> {problem.remedy}{' '}
        <code className={styles.code}>{problem.code}</code>
      </p>
      <Table
        caption={problem.message}
        columns={columns.map((key) => ({
          key,
          title: text(`parked.col.${key}`),
          className: styles[key],
        }))}
        className={styles.rows}
        hasActions
      >
        {rows.map((row) => (
          <ParkedLine key={row.id} row={row} isOneMessage={isOneMessage} retry={retry} />
        ))}
      </Table>
    </Card>
  );
}

interface ParkedLineProps {
  row: ParkedRow;
  isOneMessage: boolean;
  retry: Retry;
}

function ParkedLine({ row, isOneMessage, retry }: ParkedLineProps) {
  const text = useText();
  return (
    <tr>
      <th scope="row">
        <IssueName
          issueKey={row.issueKey ?? text('parked.noIssue')}
          url={row.issueUrl}
          title={row.title}
        />
      </th>
      <td>
        {row.alignType === null ? (
          <span className={table.muted}>{text('parked.noItem')}</span>
        ) : (
          <AlignItem type={row.alignType} id={row.alignId} url={row.alignUrl} />
        )}
      </td>
      {!isOneMessage && <td>{row.problem.message}</td>}
      <td>{row.attempts}</td>
      <td className={table.muted}>
        <Ago at={row.since} />
      </td>
      <td className={table.muted}>
        {row.nextTryAt === null ? text('parked.nextTry.person') : <Planned at={row.nextTryAt} />}
      </td>
      <td className={styles.action}>
        <Button
          spacing="compact"
          onClick={() => retry.start({ ids: [row.id] })}
          isLoading={retry.running.includes(row.id)}
          isDisabled={retry.isRunning}
        >
          {text('parked.retry')}
          {row.issueKey !== null && <HiddenText> {row.issueKey}</HiddenText>}
        </Button>
      </td>
    </tr>
  );
}
