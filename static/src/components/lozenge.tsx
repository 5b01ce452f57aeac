import type { ReactNode } from 'react';
import styles from './lozenge.module.css';

export type LozengeLook =
  'neutral' | 'success' | 'information' | 'warning' | 'danger' | 'discovery';

interface LozengeProps {
  look: LozengeLook;
  children: ReactNode;
}

/**
 * A status in a word, in the design system's current colours. `@atlaskit/lozenge` shows the earlier look unless
 * Atlassian's own feature gates are on, and brings a style engine that the issue panel has no other use for.
 */
export function Lozenge({ look, children }: LozengeProps) {
  return <span className={`${styles.lozenge} ${styles[look]}`}>{children}</span>;
}
