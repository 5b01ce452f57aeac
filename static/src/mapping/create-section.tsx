import Toggle from '@atlaskit/toggle';
import { useId } from 'react';
import { useText } from '../texts/use-text';
import { usedAlignTypes } from './draft';
import styles from './mapping.module.css';
import { Section, type SectionProps } from './section';

/** Whether new Align items become Jira issues, and which issue type each becomes. */
export function CreateSection({ draft, change }: SectionProps) {
  const text = useText();
  const id = useId();
  const types = usedAlignTypes(draft);
  return (
    <Section title={text('mapping.create')} help={text('mapping.create.help')}>
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
    </Section>
  );
}
