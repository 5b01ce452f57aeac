import SearchIcon from '@atlaskit/icon/core/search';
import CrossIcon from '@atlaskit/icon/core/cross';
import { IconButton } from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useEffect, useId, useState } from 'react';
import { useText } from '../texts/use-text';
import labels from './label.module.css';
import styles from './toolbar.module.css';

const PAUSE_MS = 250;

interface SearchFieldProps {
  label: string;
  placeholder: string;
  onSearch: (text: string) => void;
}

/** A search box that reports when the person pauses, so that a call is not made for every letter. */
export function SearchField({ label, placeholder, onSearch }: SearchFieldProps) {
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), typed === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <div className={styles.search} role="search">
      <label htmlFor={id} className={labels.label}>
        {label}
      </label>
      <Textfield
        id={id}
        isCompact
        value={typed}
        maxLength={200}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        elemBeforeInput={
          <span className={styles.searchIcon}>
            <SearchIcon label="" />
          </span>
        }
        elemAfterInput={
          typed !== '' && (
            <IconButton
              appearance="subtle"
              spacing="compact"
              icon={CrossIcon}
              label={text('common.clearSearch')}
              onClick={() => setTyped('')}
            />
          )
        }
      />
    </div>
  );
}
