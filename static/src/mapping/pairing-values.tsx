import { customField, type CustomFieldOptions } from '../../../src/contract';
import { useText } from '../texts/use-text';
import { Fold } from './fold';
import { PairTable } from './pair-table';
import type { SectionProps } from './section';

interface PairingValuesProps extends Pick<SectionProps, 'draft' | 'change'> {
  custom: CustomFieldOptions | undefined;
}

/** Which options on both sides mean the same, for each pairing of choices. */
export function PairingValues({ draft, change, custom }: PairingValuesProps) {
  const text = useText();
  return draft.customFields
    .filter(
      ({ kind, direction }) => (kind === 'choice' || kind === 'choices') && direction !== 'off',
    )
    .map((pairing) => {
      const field = customField(pairing);
      const { name, values, jiraField, alignField } = pairing;
      const inAlign = custom?.alignFields.find(({ id }) => id === alignField);
      return (
        <Fold
          key={field}
          title={text('mapping.values', { name })}
          note={text('mapping.values.count', { count: values.length })}
        >
          <PairTable
            name={name}
            help={text('mapping.custom.values.help')}
            pairs={values}
            known={{
              jira: custom?.jiraOptions[jiraField] ?? [],
              align: inAlign?.options ?? [],
            }}
            onChange={(next) => change({ step: 'pairing', field, rule: { values: next } })}
          />
        </Fold>
      );
    });
}
