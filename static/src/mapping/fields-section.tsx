import { ConflictPolicy, FieldDirection, JIRA_FIELD_KINDS } from '../../../src/contract';
import { FieldTable } from '../components/field-table';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { Choice } from './choice';
import { usedFields } from './draft';
import { FieldExceptions } from './field-exceptions';
import { FieldValues } from './field-values';
import { JiraFieldChoice } from './jira-field-choice';
import styles from './mapping.module.css';
import { Section, type SectionProps } from './section';

/** Which way each field goes, and who wins when both sides changed it. */
export function FieldsSection(props: SectionProps) {
  const { draft, options, findings, change } = props;
  const text = useText();
  const directions = FieldDirection.options.map((value) => ({
    value,
    label: text(`direction.${value}`),
  }));
  const policies = ConflictPolicy.options.map((value) => ({
    value,
    label: text(`policy.${value}`),
  }));
  const used = usedFields(draft, options);
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
        isShown={(field) => used.includes(field)}
        jiraField={(field, { direction }) =>
          JIRA_FIELD_KINDS[field] === undefined ? (
            <span className={table.muted}>{text('mapping.fields.jiraField.own')}</span>
          ) : (
            <JiraFieldChoice {...props} field={field} isDisabled={direction === 'off'} />
          )
        }
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
      <p className={styles.note}>{text('mapping.fields.comments')}</p>
      <div>
        <FieldValues {...props} />
        <FieldExceptions {...props} />
      </div>
    </Section>
  );
}
