import AppIcon from '@atlaskit/icon/core/app';
import PersonIcon from '@atlaskit/icon/core/person';
import type { ReactNode } from 'react';
import type { ConnectionView } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './connection.module.css';

/** The two accounts that the two applications name for what the app writes. */
export function Actors({ connection }: { connection: ConnectionView }) {
  const text = useText();
  const align = connection.alignActsAs;
  const details = align
    ? [align.role, align.email, text('connection.actor.uid', { uid: align.uid })]
    : [];
  return (
    <ul className={styles.actors}>
      <ActorRow
        icon={<AppIcon label="" />}
        side={text('connection.actor.jira')}
        name={connection.jiraActsAs.name}
        detail={text('connection.actor.jira.detail')}
      />
      <ActorRow
        icon={<PersonIcon label="" />}
        side={text('connection.actor.align')}
        name={align?.name ?? text('connection.actor.align.unknown')}
        detail={details.filter((part) => part !== null).join(' · ')}
      />
    </ul>
  );
}

interface ActorRowProps {
  icon: ReactNode;
  side: string;
  name: string;
  detail: string;
}

function ActorRow({ icon, side, name, detail }: ActorRowProps) {
  return (
    <li className={styles.actor}>
      <span className={styles.actorMark}>{icon}</span>
      <div>
        <p className={styles.actorDetail}>{side}</p>
        <p className={styles.actorName}>{name}</p>
        <p className={styles.actorDetail}>{detail}</p>
      </div>
    </li>
  );
}
