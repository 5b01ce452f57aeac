import { AppSelect } from '../components/app-select';
import labels from '../components/label.module.css';
import type { CustomFieldKind } from '../../../src/contract';
import { useText } from '../texts/use-text';
import type { ChoiceOption } from './choice';

interface CustomFieldChoiceProps<Field> {
  /** Of the text box, so that it can be given the focus. */
  inputId: string;
  side: 'jira' | 'align';
  fields: readonly Field[];
  kindOf: (field: Field) => CustomFieldKind | null;
  value: Field | null;
  isLoading?: boolean;
  onChange: (field: Field | null) => void;
}

/** Chooses one side of a new pairing. Fields of one name are told apart by their ids. */
export function CustomFieldChoice<Field extends { id: string; name: string }>(
  props: CustomFieldChoiceProps<Field>,
) {
  const { inputId, side, fields, kindOf, value, isLoading, onChange } = props;
  const text = useText();
  // An object that has options of its own would be taken for a group.
  const choices = fields.map((field): ChoiceOption<string> => {
    const kind = kindOf(field);
    const isOne = fields.every(({ id, name }) => id === field.id || name !== field.name);
    const label = text(isOne ? 'mapping.custom.option' : 'mapping.custom.option.id', {
      name: field.name,
      kind: kind === null ? '' : text(`mapping.custom.kind.${kind}`),
      id: field.id,
    });
    return { value: field.id, label };
  });
  return (
    <div>
      <label htmlFor={inputId} className={labels.label}>
        {text(`mapping.custom.${side}`)}
      </label>
      <AppSelect<ChoiceOption<string>>
        inputId={inputId}
        spacing="compact"
        isClearable
        isLoading={isLoading ?? false}
        options={choices}
        value={choices.find((choice) => choice.value === value?.id) ?? null}
        placeholder={text('mapping.fields.jiraField.none')}
        noOptionsMessage={() => text(`mapping.custom.${side}.noneLeft`)}
        loadingMessage={() => text('common.loading')}
        clearControlLabel={text(`mapping.custom.${side}.clear`)}
        onChange={(chosen) => onChange(fields.find(({ id }) => id === chosen?.value) ?? null)}
      />
    </div>
  );
}
