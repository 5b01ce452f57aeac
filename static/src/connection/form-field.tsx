import ErrorIcon from '@atlaskit/icon/core/status-error';
import { useId, type ReactNode } from 'react';
import styles from './form-field.module.css';

interface FormFieldProps {
  label: string;
  help: string;
  error: string | undefined;
  /** Draws the control with the id and the description that tie it to its label, help and error. */
  children: (control: {
    id: string;
    isInvalid: boolean;
    'aria-describedby': string;
    'aria-invalid': boolean;
  }) => ReactNode;
}

/** A labelled control with its help, and with its error in the help's place. */
export function FormField({ label, help, error, children }: FormFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const isInvalid = error !== undefined;
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({ id, isInvalid, 'aria-describedby': noteId, 'aria-invalid': isInvalid })}
      {isInvalid ? (
        <p id={noteId} className={styles.error} role="alert">
          <ErrorIcon label="" color="currentColor" size="small" />
          <span>{error}</span>
        </p>
      ) : (
        <p id={noteId} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
