import Button from '@atlaskit/button/new';
import { useId } from 'react';
import { AlignItem } from '../components/align-item';
import { Count } from '../components/count';
import { ExternalLink } from '../components/external-link';
import { HiddenText } from '../components/hidden-text';
import table from '../components/table.module.css';
import { Ago } from '../components/when';
import { useSurface } from '../platform/surface';
import { useText } from '../texts/use-text';
import type { ReasonGroup } from './group-by-reason';
import styles from './parked.module.css';
import type { Retry } from './use-retry';

interface ParkedGroupProps {
  group: ReasonGroup;
  retry: Retry;
}

/** One reason with its remedy, and the items that wait for it. */
export function ParkedGroup({ group, retry }: ParkedGroupProps) {
  const text = useText();
  const id = useId();
  const { siteUrl } = useSurface();
  const { problem, rows, isOneMessage } = group;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.reason}>
          <h2 id={id} className={styles.title}>
            {isOneMessage ? problem.message : text('parked.group')} <Count>{rows.length}</Count>
          </h2>
          <p className={styles.remedy}>
            <strong className={styles.strong}>{text('parked.remedy')}</strong> {problem.remedy}
          </p>
          <p className={table.small}>
            <code className={styles.code}>{problem.code}</code>
          </p>
        </div>
        {rows.length > 1 && (
          <Button
            onClick={() => retry.start(rows.map((row) => row.id))}
            isDisabled={retry.isRunning}
          >
            {text('parked.retryGroup', { count: rows.length })}
          </Button>
        )}
      </div>
      <div className={table.scroll}>
        <table className={`${table.table} ${styles.rows}`}>
          <caption>{problem.message}</caption>
          <thead>
            <tr>
              <th scope="col">{text('parked.col.issue')}</th>
              <th scope="col">{text('parked.col.align')}</th>
              {!isOneMessage && (
                <th scope="col" className={styles.message}>
                  {text('parked.col.message')}
                </th>
              )}
              <th scope="col">{text('parked.col.attempts')}</th>
              <th scope="col">{text('parked.col.since')}</th>
              <th scope="col">
                <HiddenText>{text('common.actions')}</HiddenText>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.issueKey === null ? (
                    <span className={table.muted}>{text('parked.noIssue')}</span>
                  ) : (
                    <ExternalLink href={`${siteUrl}/browse/${encodeURIComponent(row.issueKey)}`}>
                      {row.issueKey}
                    </ExternalLink>
                  )}
                </th>
                <td>
                  {row.alignType === null ? (
                    <span className={table.muted}>{text('parked.noItem')}</span>
                  ) : (
                    <AlignItem type={row.alignType} id={row.alignId} url={null} />
                  )}
                </td>
                {!isOneMessage && <td>{row.problem.message}</td>}
                <td>{row.attempts}</td>
                <td className={table.muted}>
                  <Ago at={row.since} />
                </td>
                <td className={styles.action}>
                  <Button
                    spacing="compact"
                    onClick={() => retry.start([row.id])}
                    isLoading={retry.running.includes(row.id)}
                    isDisabled={retry.isRunning}
                  >
                    {text('parked.retry')}
                    {row.issueKey !== null && <HiddenText> {row.issueKey}</HiddenText>}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
