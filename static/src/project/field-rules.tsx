import type { ProjectMapping } from '../../../src/contract';
import table from '../components/table.module.css';
import { useText } from '../texts/use-text';
import { FIELD_ORDER } from '../mapping/field-order';

/** Which way each field goes and who wins, to read. */
export function FieldRules({ fields }: Pick<ProjectMapping, 'fields'>) {
  const text = useText();
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <caption>{text('project.fields')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('mapping.fields.field')}</th>
            <th scope="col">{text('mapping.fields.direction')}</th>
            <th scope="col">{text('mapping.fields.policy')}</th>
          </tr>
        </thead>
        <tbody>
          {FIELD_ORDER.map((field) => {
            const { direction, policy } = fields[field];
            return (
              <tr key={field}>
                <th scope="row">{text(`field.${field}`)}</th>
                <td>{text(`direction.${direction}`)}</td>
                <td className={table.muted}>
                  {direction === 'both'
                    ? text(`policy.${policy}`)
                    : text(`mapping.fields.policy.${direction}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
