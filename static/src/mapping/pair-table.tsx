import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import type { ValuePairs } from '../../../src/contract';
import { Table } from '../components/table';
import { useText } from '../texts/use-text';
import { Choice } from './choice';
import styles from './mapping.module.css';

interface PairTableProps {
  /** Of the field, as a person calls it. */
  name: string;
  help: string;
  pairs: ValuePairs;
  /** What either side can hold; names are typed where it is not known. */
  known?: Readonly<Record<'jira' | 'align', readonly string[]>>;
  onChange: (pairs: ValuePairs) => void;
}

const SIDES = ['jira', 'align'] as const;

/** Names on both sides that mean the same, pair by pair. */
export function PairTable({ name, help, pairs, known, onChange }: PairTableProps) {
  const text = useText();
  return (
    <>
      <p className={styles.help}>{help}</p>
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
                  <ValueName
                    label={text(`mapping.values.${side}.choice`, { name, row: row + 1 })}
                    value={pair[side]}
                    known={known?.[side] ?? []}
                    onChange={(value) => onChange(pairs.with(row, { ...pair, [side]: value }))}
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

interface ValueNameProps {
  label: string;
  value: string;
  known: readonly string[];
  onChange: (value: string) => void;
}

/** A name that is chosen where the names are known. One that is no longer among them stays as it is. */
function ValueName({ label, value, known, onChange }: ValueNameProps) {
  const text = useText();
  if (known.length === 0) {
    return (
      <Textfield
        isCompact
        aria-label={label}
        maxLength={255}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const names = value === '' || known.includes(value) ? known : [...known, value];
  return (
    <Choice
      label={label}
      options={names.map((name) => ({ value: name, label: name }))}
      value={value === '' ? null : value}
      placeholder={text('mapping.values.choose')}
      onChange={onChange}
    />
  );
}
