import type { ReactNode } from 'react';
import { SystemField, type FieldRule, type ProjectMapping } from '../../../src/contract';
import { useText } from '../texts/use-text';
import { Table } from './table';
import table from './table.module.css';

interface FieldTableProps extends Pick<ProjectMapping, 'fields'> {
  caption: string;
  className?: string | undefined;
  /** Draws the direction of a field. */
  direction: (field: SystemField, rule: FieldRule) => ReactNode;
  /** Draws the policy of a field that goes both ways; for any other its direction decides. */
  policy: (field: SystemField, rule: FieldRule) => ReactNode;
}

/** Which way each field goes, and who wins when both sides changed it. */
export function FieldTable({ caption, className, fields, direction, policy }: FieldTableProps) {
  const text = useText();
  const columns = (['field', 'direction', 'policy'] as const).map((key) => ({
    key,
    title: text(`mapping.fields.${key}`),
  }));
  return (
    <Table caption={caption} columns={columns} className={className}>
      {SystemField.options.map((field) => {
        const rule = fields[field];
        return (
          <tr key={field}>
            <th scope="row">{text(`field.${field}`)}</th>
            <td>{direction(field, rule)}</td>
            <td>
              {rule.direction === 'both' ? (
                policy(field, rule)
              ) : (
                <span className={table.muted}>
                  {text(`mapping.fields.policy.${rule.direction}`)}
                </span>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
