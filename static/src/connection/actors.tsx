import AppIcon from '@atlaskit/icon/core/app';
import PersonIcon from '@atlaskit/icon/core/person';
import type { ConnectionView } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './connection.module.css';

/** The two accounts that the two applications name for what the app writes. */
export function Actors({ connection }: { connection: ConnectionView }) {
  const text = useText();
  const align = connection.alignActsAs;
  const detail = align && [
    align.role,
    align.email,
    text('connection.actor.uid', { uid: align.uid }),
  ];
  return (
    <div>
      <div className={styles.actor}>
        <span className={styles.actorMark}>
          <AppIcon label="" />
        </span>
        <div>
          <p className={styles.actorName}>
            {text('connection.actor.jira', { name: connection.jiraActsAs.name })}
          </p>
          <p className={styles.actorDetail}>{text('connection.actor.jira.detail')}</p>
        </div>
      </div>
      <div className={styles.actor}>
        <span className={styles.actorMark}>
          <PersonIcon label="" />
        </span>
        <div>
          <p className={styles.actorName}>
            {align
              ? text('connection.actor.align', { name: align.name })
              : text('connection.actor.align.unknown')}
          </p>
          {detail && (
            <p className={styles.actorDetail}>
              {detail.filter((part) => part !== null).join(' · ')}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
