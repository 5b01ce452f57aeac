import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message/message';
import type { ReactNode } from 'react';
import styles from './message.module.css';

interface MessageProps {
  look: 'error' | 'warning' | 'success';
  title: string;
  /** `h3` inside of a titled card. */
  headingLevel?: 'h2' | 'h3';
  /** What the person can do here and now. */
  action?: { label: string; onClick: () => void } | undefined;
  children: ReactNode;
}

/**
 * A message about a part of the page. The action is a new button: the section message's own action is styled at
 * run time, which Forge's content security policy refuses.
 */
export function Message({ look, title, headingLevel = 'h2', action, children }: MessageProps) {
  return (
    <SectionMessage appearance={look} title={title} headingLevel={headingLevel}>
      {children}
      {action && (
        <div className={styles.action}>
          <Button spacing="compact" onClick={action.onClick}>
            {action.label}
          </Button>
        </div>
      )}
    </SectionMessage>
  );
}
