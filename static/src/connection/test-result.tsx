import type { ConnectionTest } from '../../../src/contract';
import { Message } from '../components/message';
import { useText } from '../texts/use-text';
import styles from './connection.module.css';

/** What a test of the connection found: the name Align will record, and what the admin should know about it. */
export function TestResult({ tested }: { tested: ConnectionTest }) {
  const text = useText();
  const { actingAs, programs, warnings } = tested;
  return (
    <div className={styles.stack}>
      <Message
        look="success"
        headingLevel="h3"
        title={
          actingAs.role === null
            ? text('connection.test.actingAs', { name: actingAs.name })
            : text('connection.test.actingAsRole', { name: actingAs.name, role: actingAs.role })
        }
      >
        <p>{text('connection.test.detail', { uid: actingAs.uid, programs })}</p>
      </Message>
      {warnings.map((warning) => (
        <Message
          key={warning}
          look="warning"
          headingLevel="h3"
          title={text('connection.test.warning')}
        >
          <p>{warning}</p>
        </Message>
      ))}
    </div>
  );
}
