import type { TypeMapping } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './projects.module.css';

/** The issue types that are synced, each with its Align type. */
export function MappedTypes({ types }: { types: readonly TypeMapping[] }) {
  const text = useText();
  return (
    <ul className={styles.types}>
      {types.map((type) => (
        <li key={type.issueTypeId} className={styles.type}>
          {text('projects.type', {
            issueType: type.issueTypeName,
            alignType: text(`alignType.${type.alignType}`),
          })}
        </li>
      ))}
    </ul>
  );
}
