import Toggle from '@atlaskit/toggle';
import { useId } from 'react';
import styles from './backfill.module.css';

interface ChoiceProps {
  label: string;
  help: string;
  isChecked: boolean;
  isDisabled: boolean;
  onChange: (isChecked: boolean) => void;
}

/** One thing that a backfill does or leaves. */
export function Choice({ label, help, isChecked, isDisabled, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <Toggle
        id={id}
        descriptionId={`${id}-help`}
        isChecked={isChecked}
        isDisabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label htmlFor={id} className={styles.choiceLabel}>
          {label}
        </label>
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      </div>
    </div>
  );
}
