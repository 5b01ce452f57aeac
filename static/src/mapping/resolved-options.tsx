import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import { useId } from 'react';
import labels from '../components/label.module.css';
import { useText } from '../texts/use-text';
import styles from './mapping.module.css';
import type { SectionProps } from './section';

const LONGEST = 255;

/** What holds for issues that are done: whether they stay so, and which resolution a transition sets. */
export function ResolvedOptions({ draft, change }: Pick<SectionProps, 'draft' | 'change'>) {
  const text = useText();
  const stickyId = useId();
  const resolutionId = useId();
  return (
    <>
      <span className={styles.switch}>
        <Toggle
          id={stickyId}
          isChecked={draft.resolvedIsSticky}
          onChange={(event) =>
            change({ step: 'resolvedIsSticky', on: event.currentTarget.checked })
          }
        />
        <label htmlFor={stickyId}>{text('mapping.states.sticky')}</label>
      </span>
      <div className={styles.single}>
        <label htmlFor={resolutionId} className={labels.label}>
          {text('mapping.states.resolution')}
        </label>
        <Textfield
          id={resolutionId}
          value={draft.resolution ?? ''}
          placeholder={text('mapping.states.resolution.none')}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={(event) => change({ step: 'resolution', name: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
