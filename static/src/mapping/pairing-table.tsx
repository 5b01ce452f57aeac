import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import {
  ConflictPolicy,
  FieldDirection,
  type CustomFieldMapping,
  type CustomFieldOptions,
} from '../../../src/contract';
import { Table } from '../components/table';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { Choice } from './choice';
import { pairingName, type PairingRule } from './draft-pairings';
import styles from './mapping.module.css';
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
        const field = pairingName(pairing);
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
  const { name, kind, direction, policy, alignTypes } = pairing;
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
        <Choice
          label={text('mapping.fields.direction.choice', { name })}
          options={FieldDirection.options.map((value) => ({
            value,
            label: text(`direction.${value}`),
          }))}
          value={direction}
          onChange={(chosen) => onChange({ direction: chosen })}
        />
      </td>
      <td>
        {direction === 'both' ? (
          <Choice
            label={text('mapping.fields.policy.choice', { name })}
            options={ConflictPolicy.options.map((value) => ({
              value,
              label: text(`policy.${value}`),
            }))}
            value={policy}
            onChange={(chosen) => onChange({ policy: chosen })}
          />
        ) : (
          <span className={table.muted}>{text(`mapping.fields.policy.${direction}`)}</span>
        )}
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
