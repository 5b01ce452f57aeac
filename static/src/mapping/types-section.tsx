import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import { AlignType } from '../../../src/contract';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { Choice } from './choice';
import styles from './mapping.module.css';
import { Section, type SectionProps } from './section';

const NOT_SYNCED = 'not-synced';

/** Chooses for each issue type of the project which Align type it becomes, if any. */
export function TypesSection({ draft, options, findings, change }: SectionProps) {
  const text = useText();
  const choices = [
    { value: NOT_SYNCED, label: text('mapping.types.notSynced') } as const,
    ...AlignType.options.map((type) => ({ value: type, label: text(`alignType.${type}`) })),
  ];
  return (
    <Section
      title={text('mapping.types')}
      help={text('mapping.types.help')}
      findings={findings.filter(({ section }) => section === 'types')}
    >
      <table className={`${table.table} ${styles.pairs}`}>
        <caption>{text('mapping.types')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('mapping.types.jira')}</th>
            <td className={styles.arrow} />
            <th scope="col">{text('mapping.types.align')}</th>
          </tr>
        </thead>
        <tbody>
          {options.issueTypes.map((issueType) => (
            <tr key={issueType.id}>
              <th scope="row">
                {issueType.name}
                {issueType.subtask && !isSaid(issueType.name, text('mapping.types.subtask')) && (
                  <span className={table.small}> {text('mapping.types.subtask')}</span>
                )}
              </th>
              <td className={styles.arrow}>
                <ArrowIcon label="" color="currentColor" />
              </td>
              <td>
                <Choice<AlignType | typeof NOT_SYNCED>
                  label={text('mapping.types.choice', { name: issueType.name })}
                  options={choices}
                  value={
                    draft.types.find(({ issueTypeId }) => issueTypeId === issueType.id)
                      ?.alignType ?? NOT_SYNCED
                  }
                  onChange={(value) =>
                    change({
                      step: 'type',
                      issueTypeId: issueType.id,
                      alignType: value === NOT_SYNCED ? null : value,
                    })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function isSaid(name: string, words: string): boolean {
  return name.toLowerCase().includes(words.toLowerCase());
}
