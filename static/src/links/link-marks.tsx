import LinkIcon from '@atlaskit/icon/core/link';
import BrokenIcon from '@atlaskit/icon/core/link-broken';
import MinusIcon from '@atlaskit/icon/core/minus';
import type { ComponentType } from 'react';
import Tooltip from '@atlaskit/tooltip';
import type { LinkRow } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './links.module.css';

type Presence = LinkRow['webLink'] | LinkRow['viewInJira'];

const ICONS: Record<Presence, ComponentType<{ label: string; color?: 'currentColor' }>> = {
  present: LinkIcon,
  missing: BrokenIcon,
  'not-supported': MinusIcon,
};

/** Whether each application shows its link to the other. */
export function LinkMarks({ webLink, viewInJira }: Pick<LinkRow, 'webLink' | 'viewInJira'>) {
  const text = useText();
  return (
    <span className={styles.marksPair}>
      <Mark
        presence={webLink}
        side={text('links.mark.jira')}
        label={text(`links.webLink.${webLink}`)}
      />
      <Mark
        presence={viewInJira}
        side={text('links.mark.align')}
        label={text(`links.viewInJira.${viewInJira}`)}
      />
    </span>
  );
}

function Mark({ presence, side, label }: { presence: Presence; side: string; label: string }) {
  const Icon = ICONS[presence];
  return (
    <Tooltip content={label}>
      {(tooltip) => (
        <span {...tooltip} className={`${styles.mark} ${styles[presence]}`}>
          <Icon label={label} color="currentColor" />
          <span aria-hidden="true">{side}</span>
        </span>
      )}
    </Tooltip>
  );
}
