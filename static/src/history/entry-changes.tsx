import type { FieldChange, ShownValue } from '../../../src/contract';
import { Lozenge } from '../components/lozenge';
import { ProblemNote } from '../components/problem-note';
import { useText } from '../texts/use-text';
import styles from './entry-changes.module.css';
import { orderChanges } from './order-changes';
import { useFieldName } from '../components/use-field-name';

const LOOK = {
  applied: 'success',
  agreed: 'neutral',
  overruled: 'warning',
  refused: 'danger',
} as const;

/** Every field of an entry with its old and its new value side by side. */
export function EntryChanges({ changes }: { changes: readonly FieldChange[] }) {
  const text = useText();
  if (changes.length === 0) return null;
  return (
    <ul className={styles.changes} aria-label={text('history.detail.changes')}>
      {orderChanges(changes).map((change, index) => (
        <li key={`${change.field} ${index}`} className={styles.change}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: FieldChange }) {
  const text = useText();
  const fieldName = useFieldName();
  const { origin, outcome, by, from, to, remedy } = change;
  const isNow = outcome === 'applied' || outcome === 'agreed';
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.field}>{fieldName(change)}</h3>
        <Lozenge look={LOOK[outcome]}>{text(`changeOutcome.${outcome}`)}</Lozenge>
        <span className={styles.by}>
          {by === null
            ? text('history.detail.changedIn', { side: text(`side.${origin}`) })
            : text('history.detail.changedBy', { name: by.name, side: text(`side.${origin}`) })}
        </span>
      </div>
      <div className={styles.sides}>
        <Value
          label={text(`history.detail.from.${outcome}`)}
          value={from}
          look={isNow ? styles.before : styles.idle}
        />
        <Value
          label={text(`history.detail.to.${outcome}`)}
          value={to}
          look={isNow ? styles.after : styles.lost}
        />
      </div>
      {remedy !== null && (
        <ProblemNote problem={{ message: text('history.detail.remedy'), remedy }} />
      )}
    </>
  );
}

interface ValueProps {
  label: string;
  value: ShownValue | null;
  look: string | undefined;
}

function Value({ label, value, look }: ValueProps) {
  const text = useText();
  const isEmpty = value === null || value.text === '';
  return (
    <div className={`${styles.value} ${look ?? ''}`}>
      <span className={styles.label}>{label}</span>
      {isEmpty ? (
        <span className={styles.empty}>{text('history.value.empty')}</span>
      ) : (
        <span dir="auto" className={styles.text}>
          {value.text}
        </span>
      )}
      {value?.shortened && (
        <span className={styles.label}>
          {text('history.value.shortened', { length: value.length })}
          {value.sha256 !== null && (
            <>
              {' '}
              <code className={styles.hash} title={value.sha256}>
                {text('history.value.hash', { hash: value.sha256.slice(0, 12) })}
              </code>
            </>
          )}
        </span>
      )}
    </div>
  );
}
