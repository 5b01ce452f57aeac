import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { AppSelect } from '../components/app-select';
import { failureText } from '../components/failure-text';
import labels from '../components/label.module.css';
import { asCallFailed } from '../platform/call';
import { useText } from '../texts/use-text';

const PAUSE_MS = 300;

interface PersonPickerProps<Person> {
  side: 'jira' | 'align';
  value: Person | null;
  onChange: (person: Person | null) => void;
  search: (q: string) => Promise<{ items: Person[] }>;
  idOf: (person: Person) => string;
  nameOf: (person: Person) => string;
}

/** Chooses a person of one side. What is typed is searched on the server when the typing pauses. */
export function PersonPicker<Person>(props: PersonPickerProps<Person>) {
  const { side, value, onChange, search, idOf, nameOf } = props;
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), typed === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    queryKey: ['people', side, wanted],
    queryFn: () => search(wanted),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const label = text(`people.${side}`);
  const nothing = () => {
    if (wanted === '') return text('people.type');
    if (!found.isError) return text(`people.${side}.none`);
    const { message, remedy } = failureText(asCallFailed(found.error), text);
    return text('people.searchFailed', { message, remedy });
  };
  return (
    <div>
      <label htmlFor={id} className={labels.label}>
        {label}
      </label>
      <AppSelect<Person>
        inputId={id}
        isClearable
        isLoading={found.isFetching || typed.trim() !== wanted}
        options={wanted === '' || found.isError ? [] : (found.data?.items ?? [])}
        value={value}
        placeholder={text(`people.${side}.example`)}
        noOptionsMessage={nothing}
        loadingMessage={() => text('common.loading')}
        clearControlLabel={text('people.clear', { label })}
        filterOption={null}
        getOptionLabel={nameOf}
        getOptionValue={idOf}
        onInputChange={(input, { action }) => {
          if (action === 'input-change') setTyped(input.slice(0, 200));
          if (action === 'menu-close') setTyped('');
        }}
        onChange={(person) => onChange(person)}
      />
    </div>
  );
}
