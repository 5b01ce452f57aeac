import ErrorIcon from '@atlaskit/icon/core/status-error';
import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import label from '../components/label.module.css';
import type { FormFieldName } from './form-errors';
import styles from './text-form-field.module.css';

interface TextFormFieldProps {
  name: FormFieldName;
  label: string;
  help: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'password';
  placeholder?: string;
}

/**
 * A labelled text field with its help, and with its error in the help's place. Browsers are told not to fill it in:
 * it asks for an account that is not the person's own.
 */
export function TextFormField(props: TextFormFieldProps) {
  const { name, help, error, value, onChange, type = 'text', placeholder } = props;
  const id = useId();
  const noteId = `${id}-note`;
  const isInvalid = error !== undefined;
  return (
    <div>
      <label htmlFor={id} className={label.label}>
        {props.label}
      </label>
      <Textfield
        id={id}
        name={name}
        type={type}
        value={value}
        placeholder={placeholder}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        spellCheck={false}
        isRequired
        isInvalid={isInvalid}
        aria-invalid={isInvalid}
        aria-describedby={noteId}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
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
