import { Lozenge } from '../components/lozenge';
import type { ConnectionView } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './site-status.module.css';

const LOOK = {
  'not-connected': 'neutral',
  connected: 'success',
  'token-refused': 'danger',
} as const;

/** One line that says, on every tab, which Align site the app talks to and whether it can. */
export function SiteStatus({ connection }: { connection: ConnectionView | undefined }) {
  const text = useText();
  if (!connection) return null;
  return (
    <p className={styles.status}>
      {connection.site !== null && <span className={styles.site}>{connection.site}</span>}
      <Lozenge look={LOOK[connection.status]}>
        {text(`connection.status.${connection.status}`)}
      </Lozenge>
    </p>
  );
}
