import { ButtonGroup } from '@atlaskit/button';
import Button from '@atlaskit/button/new';
import type { Conflict, LinkRow, ShownValue, Side } from '../../../src/contract';
import { useFieldName } from '../components/use-field-name';
import { useText } from '../texts/use-text';
import styles from './conflict-choice.module.css';

/** A person's answer to a conflict. */
export interface ConflictAnswer {
  row: LinkRow;
  conflict: Conflict;
  side: Side;
}

interface ConflictChoiceProps {
  row: LinkRow;
  /** Absent where the reader may not choose. */
  onChoose: ((answer: ConflictAnswer) => void) | undefined;
  isChoosing: boolean;
}

const SIDES = ['jira', 'align'] as const;

/** The fields of a pair that both sides have changed: both values side by side, and whose is to stay. */
export function ConflictChoice({ row, onChoose, isChoosing }: ConflictChoiceProps) {
  const text = useText();
  const fieldName = useFieldName();
  return row.conflicts.map((conflict) => (
    <section key={conflict.field} className={styles.conflict} aria-label={fieldName(conflict)}>
      <h3 className={styles.field}>{fieldName(conflict)}</h3>
      <dl className={styles.sides}>
        {SIDES.map((side) => (
          <div key={side} className={styles.side}>
            <dt className={styles.label}>{text(`side.${side}`)}</dt>
            <dd dir="auto" className={styles.value}>
              {shownText(conflict[side]) ?? text('history.value.empty')}
            </dd>
          </div>
        ))}
      </dl>
      {onChoose !== undefined && (
        <ButtonGroup label={text('links.conflict.choose', { name: fieldName(conflict) })}>
          {SIDES.map((side) => (
            <Button
              key={side}
              spacing="compact"
              isDisabled={isChoosing}
              onClick={() => onChoose({ row, conflict, side })}
            >
              {text(`links.conflict.keep.${side}`)}
            </Button>
          ))}
        </ButtonGroup>
      )}
    </section>
  ));
}

function shownText(value: ShownValue | null): string | null {
  return value === null || value.text === '' ? null : value.text;
}
