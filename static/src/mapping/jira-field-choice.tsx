import { JIRA_FIELD_KINDS, type SystemField } from '../../../src/contract';
import { AppSelect } from '../components/app-select';
import { useText } from '../texts/use-text';
import type { SectionProps } from './section';

interface JiraFieldChoiceProps extends SectionProps {
  field: SystemField;
  isDisabled: boolean;
}

/** Chooses the Jira field behind a field that has none of its own on every site. */
export function JiraFieldChoice({
  draft,
  options,
  change,
  field,
  isDisabled,
}: JiraFieldChoiceProps) {
  const text = useText();
  const name = text(`field.${field}`);
  const offered = options.jiraFields.filter(({ kind }) => JIRA_FIELD_KINDS[field]?.includes(kind));
  return (
    <AppSelect<{ id: string; name: string }>
      aria-label={text('mapping.fields.jiraField.choice', { name })}
      spacing="compact"
      isClearable
      isDisabled={isDisabled}
      options={offered}
      value={offered.find(({ id }) => id === draft.jiraFields[field]) ?? null}
      placeholder={text(
        offered.length === 0
          ? 'mapping.fields.jiraField.noneThere'
          : 'mapping.fields.jiraField.none',
      )}
      clearControlLabel={text('mapping.fields.jiraField.clear', { name })}
      getOptionLabel={(option) => option.name}
      getOptionValue={({ id }) => id}
      onChange={(chosen) => change({ step: 'jiraField', field, fieldId: chosen?.id ?? null })}
    />
  );
}
