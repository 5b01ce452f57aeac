import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import {
  customField,
  type CustomFieldMapping,
  type CustomFieldOptions,
} from '../../../src/contract';
import { Table } from '../components/table';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import type { PairingRule } from './draft-pairings';
import styles from './mapping.module.css';
import { DirectionChoice, PolicyChoice } from './rule-choice';
import type { SectionProps } from './section';

interface PairingTableProps extends Pick<SectionProps, 'draft' | 'options' | 'change'> {
  custom: CustomFieldOptions | undefined;
  onRemoved: (name: string) => void;
}

const COLUMNS = ['jira', 'align', 'direction', 'policy'] as const;

/** The pairings of custom fields, with which way each goes and who wins. */
export function PairingTable({ draft, options, custom, change, onRemoved }: PairingTableProps) {
  const text = useText();
  return (
    <Table
      caption={text('mapping.custom')}
      className={styles.listed}
      columns={COLUMNS.map((key) => ({
        key,
        title: text(
          key === 'jira' || key === 'align' ? `mapping.custom.${key}` : `mapping.fields.${key}`,
        ),
      }))}
      hasActions
    >
      {draft.customFields.map((pairing) => {
        const field = customField(pairing);
        const inJira = options.jiraFields.find(({ id }) => id === pairing.jiraField);
        const inAlign = custom?.alignFields.find(({ id }) => id === pairing.alignField);
        return (
          <PairingRow
            key={field}
            pairing={pairing}
            jiraName={inJira?.name ?? pairing.name}
            alignName={inAlign?.name ?? pairing.alignField}
            onChange={(rule) => change({ step: 'pairing', field, rule })}
            onRemove={() => {
              change({ step: 'removePairing', field });
              onRemoved(pairing.name);
            }}
          />
        );
      })}
    </Table>
  );
}

interface PairingRowProps {
  pairing: CustomFieldMapping;
  jiraName: string;
  alignName: string;
  onChange: (rule: Partial<PairingRule>) => void;
  onRemove: () => void;
}

function PairingRow({ pairing, jiraName, alignName, onChange, onRemove }: PairingRowProps) {
  const text = useText();
  const { name, kind, alignTypes } = pairing;
  return (
    <tr>
      <th scope="row">
        {jiraName}
        <p className={table.small}>{text(`mapping.custom.kind.${kind}`)}</p>
      </th>
      <td>
        {alignName}
        {alignTypes.length > 0 && (
          <p className={table.small}>
            {text('mapping.custom.types', {
              types: alignTypes.map((type) => text(`alignType.${type}`)).join(', '),
            })}
          </p>
        )}
      </td>
      <td>
        <DirectionChoice name={name} rule={pairing} onChange={onChange} />
      </td>
      <td>
        <PolicyChoice name={name} rule={pairing} onChange={onChange} />
      </td>
      <td>
        <IconButton
          appearance="subtle"
          spacing="compact"
          icon={CrossIcon}
          label={text('mapping.custom.remove', { name })}
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}
