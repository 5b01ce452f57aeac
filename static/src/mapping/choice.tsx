import { AppSelect } from '../components/app-select';

export interface ChoiceOption<Value extends string | number> {
  value: Value;
  label: string;
}

interface ChoiceProps<Value extends string | number> {
  label: string;
  options: readonly ChoiceOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  isInvalid?: boolean;
  placeholder?: string;
}

/** A compact select whose label is only spoken: its row and column name it on the screen. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, isDisabled, isInvalid, placeholder } = props;
  return (
    <AppSelect<ChoiceOption<Value>>
      aria-label={label}
      spacing="compact"
      options={options}
      value={options.find((option) => option.value === value) ?? null}
      isDisabled={isDisabled ?? false}
      isInvalid={isInvalid ?? false}
      placeholder={placeholder ?? ''}
      isSearchable={options.length > 8}
      onChange={(option) => {
        if (option) onChange(option.value);
      }}
    />
  );
}
