import type { ImportNote } from '../../../src/contract';
import { Message } from '../components/message';
import { useText } from '../texts/use-text';
import styles from './import-connector.module.css';

/** What an import has taken over and what it has left, and what has to be seen to before the mapping is saved. */
export function ImportNotes({ notes }: { notes: readonly ImportNote[] }) {
  const text = useText();
  const isNothing = notes.some(({ code }) => code === 'NOT_CONNECTED_THERE');
  return (
    <Message
      look="warning"
      title={text(isNothing ? 'mapping.import.nothing' : 'mapping.import.done')}
    >
      {!isNothing && <p>{text('mapping.import.warning')}</p>}
      <ul className={styles.notes}>
        {notes.map(({ code, alignType, count, names }) => (
          <li key={`${code} ${alignType ?? ''}`}>
            {text(`mapping.import.note.${code}`, {
              type: alignType === null ? '' : text(`alignType.${alignType}`),
              count,
              number: names.length,
              names: names.join(', '),
            })}
          </li>
        ))}
      </ul>
    </Message>
  );
}
