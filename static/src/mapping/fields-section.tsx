import { AppSelect } from '../components/app-select';
import { useId } from 'react';
import type { ConflictPolicy, FieldDirection } from '../../../src/contract';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { Choice } from './choice';
import { FIELD_ORDER } from './field-order';
import styles from './mapping.module.css';
import { Section, type SectionProps } from './section';

const DIRECTIONS: readonly FieldDirection[] = ['both', 'to-align', 'to-jira', 'off'];
const POLICIES: readonly ConflictPolicy[] = ['newest', 'jira', 'align'];

/** Which way each field goes, and who wins when both sides changed it. */
export function FieldsSection({ draft, options, findings, change }: SectionProps) {
  const text = useText();
  const pointsId = useId();
  const directions = DIRECTIONS.map((value) => ({ value, label: text(`direction.${value}`) }));
  const policies = POLICIES.map((value) => ({ value, label: text(`policy.${value}`) }));
  return (
    <Section
      title={text('mapping.fields')}
      help={text('mapping.fields.help')}
      findings={findings.filter(({ section }) => section === 'fields')}
    >
      <table className={`${table.table} ${styles.fields}`}>
        <caption>{text('mapping.fields')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('mapping.fields.field')}</th>
            <th scope="col">{text('mapping.fields.direction')}</th>
            <th scope="col">{text('mapping.fields.policy')}</th>
          </tr>
        </thead>
        <tbody>
          {FIELD_ORDER.map((field) => {
            const rule = draft.fields[field];
            const name = text(`field.${field}`);
            return (
              <tr key={field}>
                <th scope="row">{name}</th>
                <td>
                  <Choice
                    label={text('mapping.fields.direction.choice', { name })}
                    options={directions}
                    value={rule.direction}
                    onChange={(direction) => change({ step: 'field', field, rule: { direction } })}
                  />
                </td>
                <td>
                  {rule.direction === 'both' ? (
                    <Choice
                      label={text('mapping.fields.policy.choice', { name })}
                      options={policies}
                      value={rule.policy}
                      onChange={(policy) => change({ step: 'field', field, rule: { policy } })}
                    />
                  ) : (
                    <span className={table.small}>
                      {text(`mapping.fields.policy.${rule.direction}`)}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.single}>
        <label htmlFor={pointsId} className={styles.label}>
          {text('mapping.points')}
        </label>
        <AppSelect<{ id: string; name: string }>
          inputId={pointsId}
          isClearable
          isDisabled={draft.fields.points.direction === 'off'}
          options={options.numberFields}
          value={options.numberFields.find(({ id }) => id === draft.pointsFieldId) ?? null}
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
