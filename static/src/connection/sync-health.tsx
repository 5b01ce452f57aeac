import Button from '@atlaskit/button/new';
import { Lozenge } from '../components/lozenge';
import type { ConnectionView } from '../../../src/contract';
import { Fact, Facts } from '../components/facts';
import { Failure } from '../components/failure';
import { Ago } from '../components/when';
import { useText } from '../texts/use-text';
import styles from './connection.module.css';
import { PauseButton } from './pause-button';
import { usePollNow } from './use-poll-now';

const VIEW_IN_JIRA_LOOK = {
  unknown: 'neutral',
  supported: 'success',
  'not-supported': 'warning',
} as const;

interface SyncHealthProps {
  connection: ConnectionView;
  go: (path: string) => void;
}

/** How the sync is doing: the last look at Align, what Align's API takes, and what waits for a person. */
export function SyncHealth({ connection, go }: SyncHealthProps) {
  const text = useText();
  const poll = usePollNow(connection.lastPollAt);
  return (
    <>
      <Facts>
        <Fact name={text('pause.fact')}>
          <span className={styles.inline}>
            <Lozenge look={connection.paused === null ? 'success' : 'warning'}>
              {text(connection.paused === null ? 'pause.running' : 'pause.paused')}
            </Lozenge>
            {connection.paused === null && <PauseButton />}
          </span>
        </Fact>
        <Fact name={text('connection.fact.poll')}>
          <span className={styles.inline}>
            {connection.lastPollAt === null ? (
              text('connection.poll.never')
            ) : (
              <Ago at={connection.lastPollAt} />
            )}
            <Button
              spacing="compact"
              onClick={poll.start}
              isLoading={poll.isRunning}
              isDisabled={connection.status !== 'connected'}
            >
              {text('connection.poll.now')}
            </Button>
          </span>
        </Fact>
        <Fact name={text('connection.fact.viewInJira')}>
          <span className={styles.inline}>
            <Lozenge look={VIEW_IN_JIRA_LOOK[connection.viewInJira]}>
              {text(`connection.viewInJira.${connection.viewInJira}`)}
            </Lozenge>
            <span className={styles.detail}>
              {text(`connection.viewInJira.${connection.viewInJira}.detail`)}
            </span>
          </span>
        </Fact>
        <Fact name={text('connection.fact.parked')}>
          <span className={styles.inline}>
            {text('connection.parked.count', { count: connection.parked })}
            {connection.parked > 0 && (
              <Button spacing="compact" onClick={() => go('/parked')}>
                {text('connection.parked.show')}
              </Button>
            )}
          </span>
        </Fact>
      </Facts>
      {poll.error !== null && (
        <Failure error={poll.error} title={text('connection.poll.failed')} onRetry={poll.start} />
      )}
    </>
  );
}
