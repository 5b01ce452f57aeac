import type { ReactNode } from 'react';
import { useText } from '../texts/use-text';
import { HiddenText } from './hidden-text';
import styles from './external-link.module.css';

/** A link out of the frame. It opens in a new tab, as the frame itself must not leave the app. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const text = useText();
  return (
    <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <HiddenText> {text('common.newTab')}</HiddenText>
    </a>
  );
}
