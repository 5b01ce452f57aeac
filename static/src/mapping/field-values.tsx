import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import { CHOICE_FIELDS, type SystemField, type ValuePairs } from '../../../src/contract';
import { Table } from '../components/table';
import { useText } from '../texts/use-text';
import { isOn, usedFields } from './draft';
import { Fold } from './fold';
import styles from './mapping.module.css';
import type { SectionProps } from './section';

/** Which names on both sides mean the same, for each field of choices that is on. */
export function FieldValues({ draft, options, change }: SectionProps) {
  const text = useText();
  const used = usedFields(draft, options);
  return CHOICE_FIELDS.filter((field) => used.includes(field) && isOn(draft, field)).map(
    (field) => {
      const pairs = draft.values[field] ?? [];
      return (
        <Fold
          key={field}
          title={text('mapping.values', { name: text(`field.${field}`) })}
          note={text('mapping.values.count', { count: pairs.length })}
        >
          <PairTable
            field={field}
            pairs={pairs}
            onChange={(next) => change({ step: 'values', field, pairs: next })}
          />
        </Fold>
      );
    },
  );
}

interface PairTableProps {
  field: SystemField;
  pairs: ValuePairs;
  onChange: (pairs: ValuePairs) => void;
}

const SIDES = ['jira', 'align'] as const;

function PairTable({ field, pairs, onChange }: PairTableProps) {
  const text = useText();
  const name = text(`field.${field}`);
  return (
    <>
      <p className={styles.help}>
        {text(field === 'priority' ? 'mapping.values.help.priority' : 'mapping.values.help')}
      </p>
      {pairs.length > 0 && (
        <Table
          caption={text('mapping.values', { name })}
          className={styles.listed}
          columns={SIDES.map((side) => ({ key: side, title: text(`mapping.values.${side}`) }))}
          hasActions
        >
          {pairs.map((pair, row) => (
            // A row is known by its place alone: its names are being typed.
            <tr key={row}>
              {SIDES.map((side) => (
                <td key={side}>
                  <Textfield
                    isCompact
                    aria-label={text(`mapping.values.${side}.choice`, { name, row: row + 1 })}
                    maxLength={255}
                    value={pair[side]}
                    onChange={(event) =>
                      onChange(pairs.with(row, { ...pair, [side]: event.currentTarget.value }))
                    }
                  />
                </td>
              ))}
              <td>
                <IconButton
                  appearance="subtle"
                  spacing="compact"
                  icon={CrossIcon}
                  label={text('mapping.values.remove', { name, row: row + 1 })}
                  onClick={() => onChange(pairs.toSpliced(row, 1))}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <div>
        <Button spacing="compact" onClick={() => onChange([...pairs, { jira: '', align: '' }])}>
          {text('mapping.values.add')}
        </Button>
      </div>
    </>
  );
}
