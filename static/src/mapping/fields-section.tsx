import { AppSelect } from '../components/app-select';
import labels from '../components/label.module.css';
import { useId } from 'react';
import { ConflictPolicy, FieldDirection } from '../../../src/contract';
import { FieldTable } from '../components/field-table';
import { useText } from '../texts/use-text';
import { Choice } from './choice';
import styles from './mapping.module.css';
import { Section, type SectionProps } from './section';

/** Which way each field goes, and who wins when both sides changed it. */
export function FieldsSection({ draft, options, findings, change }: SectionProps) {
  const text = useText();
  const pointsId = useId();
  const directions = FieldDirection.options.map((value) => ({
    value,
    label: text(`direction.${value}`),
  }));
  const policies = ConflictPolicy.options.map((value) => ({
    value,
    label: text(`policy.${value}`),
  }));
  return (
    <Section
      title={text('mapping.fields')}
      help={text('mapping.fields.help')}
      findings={findings.filter(({ section }) => section === 'fields')}
    >
      <FieldTable
        caption={text('mapping.fields')}
        className={styles.fields}
        fields={draft.fields}
        direction={(field, { direction }) => (
          <Choice
            label={text('mapping.fields.direction.choice', { name: text(`field.${field}`) })}
            options={directions}
            value={direction}
            onChange={(chosen) => change({ step: 'field', field, rule: { direction: chosen } })}
          />
        )}
        policy={(field, { policy }) => (
          <Choice
            label={text('mapping.fields.policy.choice', { name: text(`field.${field}`) })}
            options={policies}
            value={policy}
            onChange={(chosen) => change({ step: 'field', field, rule: { policy: chosen } })}
          />
        )}
      />
      <div className={styles.single}>
        <label htmlFor={pointsId} className={labels.label}>
          {text('mapping.points')}
        </label>
        <AppSelect<{ id: string; name: string }>
          inputId={pointsId}
          isClearable
          isDisabled={draft.fields.points.direction === 'off'}
          options={options.numberFields}
          value={options.numberFields.find(({ id }) => id === draft.jiraFields.points) ?? null}
          placeholder={text('mapping.points.none')}
          clearControlLabel={text('mapping.points.clear')}
          getOptionLabel={({ name }) => name}
          getOptionValue={({ id }) => id}
          onChange={(field) => change({ step: 'points', fieldId: field?.id ?? null })}
        />
      </div>
    </Section>
  );
}
