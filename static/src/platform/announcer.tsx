import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import styles from './hidden.module.css';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Holds the page's one polite live region. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback(
    (text: string) => setSaid((last) => ({ text, turn: last.turn + 1 })),
    [],
  );
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles.hidden}>
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnounceContext.Provider>
  );
}

/** Says a text to people who use a screen reader; nothing is drawn. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
