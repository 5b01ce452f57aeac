import { CHOICE_FIELDS } from '../../../src/contract';
import { useText } from '../texts/use-text';
import { isOn, usedFields } from './draft';
import { Fold } from './fold';
import { PairTable } from './pair-table';
import type { SectionProps } from './section';

/** Which names on both sides mean the same, for each field of choices that is on. */
export function FieldValues({ draft, options, change }: SectionProps) {
  const text = useText();
  const used = usedFields(draft, options);
  return CHOICE_FIELDS.filter((field) => used.includes(field) && isOn(draft, field)).map(
    (field) => {
      const pairs = draft.values[field] ?? [];
      const name = text(`field.${field}`);
      return (
        <Fold
          key={field}
          title={text('mapping.values', { name })}
          note={text('mapping.values.count', { count: pairs.length })}
        >
          <PairTable
            name={name}
            help={text(
              field === 'priority' ? 'mapping.values.help.priority' : 'mapping.values.help',
            )}
            pairs={pairs}
            onChange={(next) => change({ step: 'values', field, pairs: next })}
          />
        </Fold>
      );
    },
  );
}
