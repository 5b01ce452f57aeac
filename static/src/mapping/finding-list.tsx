import ErrorIcon from '@atlaskit/icon/core/status-error';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { SystemField } from '../../../src/contract';
import { useText, type TextValues } from '../texts/use-text';
import type { Finding } from './check-mapping';
import styles from './mapping.module.css';

/** Errors and warnings about a part of the draft, read out as they come and go. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const text = useText();
  const named = (values: TextValues): TextValues =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        key === 'field' || key === 'other' ? text(`field.${value as SystemField}`) : value,
      ]),
    );
  return (
    <ul className={styles.findings} aria-live="polite">
      {findings.map((finding) => (
        <li
          key={`${finding.text} ${Object.values(finding.values).join(' ')}`}
          className={finding.severity === 'error' ? styles.error : styles.warning}
        >
          {finding.severity === 'error' ? (
            <ErrorIcon label={text('mapping.check.error')} color="currentColor" />
          ) : (
            <WarningIcon label={text('mapping.check.warning')} color="currentColor" />
          )}
          <span>{text(finding.text, named(finding.values))}</span>
        </li>
      ))}
    </ul>
  );
}
