import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionView } from '../../../src/contract';
import { Failure } from '../components/failure';
import { Message } from '../components/message';
import { RowsSkeleton } from '../components/rows-skeleton';
import { StaleNotice } from '../components/stale-notice';
import { useAnnounce } from '../platform/announcer';
import { useText } from '../texts/use-text';
import { BeforeYouStart } from './before-you-start';
import { ConnectionForm } from './connection-form';
import { ConnectionSummary } from './connection-summary';
import { CONNECTION_KEY, useConnection } from './use-connection';
import styles from './connection.module.css';

/** Connects the site to Jira Align, and shows how the connection is doing once there is one. */
export default function ConnectionTab({ go }: { go: (path: string) => void }) {
  const text = useText();
  const announce = useAnnounce();
  const connection = useConnection();
  const queryClient = useQueryClient();
  const [isReplacing, setReplacing] = useState(false);
  const [justSaved, setJustSaved] = useState(false);

  if (connection.isPending) return <RowsSkeleton rows={3} height={96} />;
  if (!connection.data) {
    return <Failure error={connection.error} onRetry={() => void connection.refetch()} />;
  }
  const show = (view: ConnectionView, said: string) => {
    queryClient.setQueryData(CONNECTION_KEY, view);
    setReplacing(false);
    announce(said);
  };
  if (connection.data.status === 'not-connected' || isReplacing) {
    return (
      <div className={styles.setUp}>
        <ConnectionForm
          current={connection.data}
          onSaved={(view) => {
            setJustSaved(true);
            show(view, text('connection.saved'));
            void queryClient.invalidateQueries({ predicate: isNotConnection });
          }}
          {...(isReplacing && { onCancel: () => setReplacing(false) })}
        />
        <BeforeYouStart />
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      <StaleNotice query={connection} />
      {justSaved && (
        <Message
          look="success"
          title={text('connection.saved')}
          action={{ label: text('connection.saved.next'), onClick: () => go('/projects') }}
        >
          <p>{text('connection.saved.body')}</p>
        </Message>
      )}
      <ConnectionSummary
        connection={connection.data}
        go={go}
        onReplace={() => setReplacing(true)}
        onDisconnected={(view) => {
          setJustSaved(false);
          show(view, text('connection.disconnected'));
        }}
      />
    </div>
  );
}

function isNotConnection({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return queryKey[0] !== CONNECTION_KEY[0];
}
