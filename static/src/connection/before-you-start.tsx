import { useText } from '../texts/use-text';
import styles from './connection.module.css';

const STEPS = ['account', 'role', 'token'] as const;

/** What to prepare in Jira Align before the form can be filled in. */
export function BeforeYouStart() {
  const text = useText();
  return (
    <aside className={styles.aside} aria-labelledby="before-you-start">
      <h2 id="before-you-start" className={styles.asideTitle}>
        {text('connection.before')}
      </h2>
      <ol className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step} className={styles.step}>
            <strong className={styles.stepTitle}>{text(`connection.before.${step}`)}</strong>
            <p className={styles.stepBody}>{text(`connection.before.${step}.body`)}</p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
