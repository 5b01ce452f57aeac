import type { BackfillSample } from '../../../src/contract';
import { Table } from '../components/table';
import { useText } from '../texts/use-text';
import styles from './backfill.module.css';

interface SampleTableProps {
  kind: 'toLink' | 'toCreate' | 'notMapped';
  samples: readonly BackfillSample[];
}

/** A few issues of which the same would become; nothing when there are none. */
export function SampleTable({ kind, samples }: SampleTableProps) {
  const text = useText();
  if (samples.length === 0) return null;
  const title = text(`backfill.samples.${kind}`);
  const hasType = kind !== 'notMapped';
  const columns = (['issue', 'title', ...(hasType ? (['type'] as const) : [])] as const).map(
    (key) => ({ key, title: text(`backfill.col.${key}`), className: styles[key] }),
  );
  return (
    <section className={styles.samples}>
      <h3 className={styles.samplesTitle}>{title}</h3>
      <p className={styles.help}>{text('backfill.samples.note')}</p>
      <Table caption={title} columns={columns} className={styles.table}>
        {samples.map(({ key, title: name, alignType }) => (
          <tr key={key}>
            <th scope="row" className={styles.issue}>
              {key}
            </th>
            <td className={styles.name}>{name}</td>
            {hasType && <td>{alignType !== null && text(`alignType.${alignType}`)}</td>}
          </tr>
        ))}
      </Table>
    </section>
  );
}
