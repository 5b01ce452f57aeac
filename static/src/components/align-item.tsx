import BugIcon from '@atlaskit/icon/core/bug';
import CapabilityIcon from '@atlaskit/icon/core/shapes';
import EpicIcon from '@atlaskit/icon/core/epic';
import FeatureIcon from '@atlaskit/icon/core/component';
import StoryIcon from '@atlaskit/icon/core/story';
import TaskIcon from '@atlaskit/icon/core/task';
import type { ComponentType } from 'react';
import type { AlignType } from '../../../src/contract';
import { useText } from '../texts/use-text';
import { ExternalLink } from './external-link';
import styles from './align-item.module.css';

const ICONS: Record<AlignType, ComponentType<{ label: string; color?: 'currentColor' }>> = {
  epic: EpicIcon,
  capability: CapabilityIcon,
  feature: FeatureIcon,
  story: StoryIcon,
  defect: BugIcon,
  task: TaskIcon,
};

interface AlignItemProps {
  type: AlignType;
  id: number | null;
  url: string | null;
}

/** A Jira Align item: its type as an icon and a word, and its id, which is the link when there is an address. */
export function AlignItem({ type, id, url }: AlignItemProps) {
  const text = useText();
  const Icon = ICONS[type];
  const name =
    id === null
      ? text(`alignType.${type}`)
      : text('align.item', { type: text(`alignType.${type}`), id: String(id) });
  return (
    <span className={styles.item}>
      <span className={`${styles.icon} ${styles[type]}`}>
        <Icon label="" color="currentColor" />
      </span>
      {url === null ? <span>{name}</span> : <ExternalLink href={url}>{name}</ExternalLink>}
    </span>
  );
}
