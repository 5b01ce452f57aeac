import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import table from '../components/table.module.css';
import { Choice, type ChoiceOption } from './choice';
import styles from './mapping.module.css';

interface StateColumnProps {
  title: string;
  from: string;
  to: string;
  rows: readonly { key: string; name: string; label: string; value: string }[];
  choices: readonly ChoiceOption<string>[];
  onChange: (key: string, value: string) => void;
}

/** One direction of a state mapping: a row for each name on the left, a choice on the right. */
export function StateColumn({ title, from, to, rows, choices, onChange }: StateColumnProps) {
  return (
    <div>
      <h4 className={styles.columnTitle}>{title}</h4>
      <table className={`${table.table} ${styles.pairs}`}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{from}</th>
            <td className={styles.arrow} />
            <th scope="col">{to}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className={styles.arrow}>
                <ArrowIcon label="" color="currentColor" />
              </td>
              <td>
                <Choice
                  label={row.label}
                  options={choices}
                  value={row.value}
                  onChange={(value) => onChange(row.key, value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
