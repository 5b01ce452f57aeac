import { JIRA_FIELD_KINDS, type FieldRule, type SystemField } from '../../../src/contract';
import { FieldTable } from '../components/field-table';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { usedFields } from './draft';
import { FieldExceptions } from './field-exceptions';
import { FieldValues } from './field-values';
import { JiraFieldChoice } from './jira-field-choice';
import styles from './mapping.module.css';
import { DirectionChoice, PolicyChoice } from './rule-choice';
import { Section, type SectionProps } from './section';

/** Which way each field goes, and who wins when both sides changed it. */
export function FieldsSection(props: SectionProps) {
  const { draft, options, findings, change } = props;
  const text = useText();
  const used = usedFields(draft, options);
  const ofRule = (field: SystemField, rule: FieldRule) => ({
    name: text(`field.${field}`),
    rule,
    onChange: (changed: Partial<FieldRule>) => change({ step: 'field', field, rule: changed }),
  });
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
        direction={(field, rule) => <DirectionChoice {...ofRule(field, rule)} />}
        policy={(field, rule) => <PolicyChoice {...ofRule(field, rule)} />}
      />
      <p className={styles.note}>{text('mapping.fields.comments')}</p>
      <div>
        <FieldValues {...props} />
        <FieldExceptions {...props} />
      </div>
    </Section>
  );
}
