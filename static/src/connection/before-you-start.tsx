import { useId } from 'react';
import { useText } from '../texts/use-text';
import styles from './connection.module.css';

const PARTS = {
  need: ['account', 'role', 'token'],
  then: ['test', 'map', 'sync'],
} as const;

/** What to prepare in Jira Align before the form can be filled in, and what happens once it is. */
export function BeforeYouStart() {
  return (
    <aside className={styles.aside}>
      <Steps part="need" />
      <Steps part="then" />
    </aside>
  );
}

function Steps({ part }: { part: keyof typeof PARTS }) {
  const text = useText();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.asideTitle}>
        {text(`connection.${part}`)}
      </h2>
      <ol className={styles.steps}>
        {PARTS[part].map((step) => (
          <li key={step} className={styles.step}>
            <strong className={styles.stepTitle}>{text(`connection.step.${step}`)}</strong>
            <p className={styles.stepBody}>{text(`connection.step.${step}.body`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
