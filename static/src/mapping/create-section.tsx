import Toggle from '@atlaskit/toggle';
import { useId } from 'react';
import { useText } from '../texts/use-text';
import { usedAlignTypes } from './draft';
import styles from './mapping.module.css';
import { Section, type SectionProps } from './section';

/** Whether new Align items become Jira issues, which type each becomes, and whether another connector's count. */
export function CreateSection({ draft, findings, change }: SectionProps) {
  const text = useText();
  const id = useId();
  const types = usedAlignTypes(draft);
  return (
    <Section
      title={text('mapping.create')}
      help={text('mapping.create.help')}
      findings={findings.filter(({ section }) => section === 'create')}
    >
      <span className={styles.switch}>
        <Toggle
          id={id}
          isChecked={draft.createInJira}
          onChange={(event) => change({ step: 'createInJira', on: event.currentTarget.checked })}
        />
        <label htmlFor={id}>{text('mapping.create.label')}</label>
      </span>
      {draft.createInJira && types.length > 0 && (
        <ul className={styles.becomes}>
          {types.map((type) => (
            <li key={type}>
              {text('mapping.create.becomes', {
                alignType: text(`alignType.${type}`),
                issueType:
                  draft.types.find(({ alignType }) => alignType === type)?.issueTypeName ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
      <span className={styles.switch}>
        <Toggle
          id={`${id}-foreign`}
          isChecked={draft.adoptForeign}
          onChange={(event) => change({ step: 'adoptForeign', on: event.currentTarget.checked })}
        />
        <label htmlFor={`${id}-foreign`}>{text('mapping.adoptForeign')}</label>
      </span>
    </Section>
  );
}
