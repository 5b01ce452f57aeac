import Button from '@atlaskit/button/new';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionView } from '../../../src/contract';
import { Card } from '../components/card';
import { ConfirmDialog } from '../components/confirm-dialog';
import { ExternalLink } from '../components/external-link';
import { Fact, Facts } from '../components/facts';
import { Failure } from '../components/failure';
import { Message } from '../components/message';
import { Ago } from '../components/when';
import { call } from '../platform/call';
import { useText } from '../texts/use-text';
import { Actors } from './actors';
import { PauseNotices } from './pause-notices';
import { SyncHealth } from './sync-health';
import styles from './connection.module.css';

interface ConnectionSummaryProps {
  connection: ConnectionView;
  go: (path: string) => void;
  onReplace: () => void;
  onDisconnected: (view: ConnectionView) => void;
}

/** The connection that is in use: where to, as whom, how well, and how to change it. */
export function ConnectionSummary(props: ConnectionSummaryProps) {
  const { connection, go, onReplace, onDisconnected } = props;
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const disconnect = useMutation({
    mutationFn: () => call('disconnect', {}),
    onSuccess: onDisconnected,
    onSettled: () => setAsking(false),
  });
  const site = connection.site ?? '';
  return (
    <>
      {connection.status === 'token-refused' && (
        <Message
          look="error"
          title={text('connection.refused')}
          action={{ label: text('connection.replace'), onClick: onReplace }}
        >
          {connection.problem && (
            <>
              <p>{connection.problem.remedy}</p>
              <p>{connection.problem.message}</p>
            </>
          )}
        </Message>
      )}
      {connection.status === 'connected' && connection.problem && (
        <Message look="warning" title={connection.problem.message}>
          <p>{connection.problem.remedy}</p>
        </Message>
      )}
      <PauseNotices connection={connection} />
      {disconnect.isError && (
        <Failure error={disconnect.error} title={text('connection.disconnect.failed')} />
      )}
      <div className={styles.columns}>
        <Card title={text('connection.card')}>
          <Facts>
            <Fact name={text('connection.fact.site')}>
              <ExternalLink href={`https://${site}`}>{site}</ExternalLink>
            </Fact>
            {connection.authKind && (
              <Fact name={text('connection.fact.token')}>
                {text(`connection.kind.${connection.authKind}`)}
                {connection.email !== null && `, ${connection.email}`}
              </Fact>
            )}
            {connection.testedAt !== null && (
              <Fact name={text('connection.fact.tested')}>
                <Ago at={connection.testedAt} />
              </Fact>
            )}
          </Facts>
          <div className={styles.actions}>
            <Button onClick={onReplace}>{text('connection.replace')}</Button>
            <Button appearance="subtle" onClick={() => setAsking(true)}>
              {text('connection.disconnect')}
            </Button>
          </div>
        </Card>
        <Card title={text('connection.actors')}>
          <Actors connection={connection} />
        </Card>
        <Card title={text('connection.health')}>
          <SyncHealth connection={connection} go={go} />
        </Card>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={text('connection.disconnect.title', { site })}
          body={text('connection.disconnect.body')}
          confirm={text('connection.disconnect')}
          isWorking={disconnect.isPending}
          onConfirm={() => disconnect.mutate()}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
