import { Component, type ReactNode } from 'react';
import { useText } from '../texts/use-text';
import styles from './crash-screen.module.css';

/** Shows what to do when a component throws or a part of the page cannot be loaded. */
export class CrashScreen extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <CrashMessage /> : this.props.children;
  }
}

function CrashMessage() {
  const text = useText();
  return (
    <main className={styles.screen} role="alert">
      <h1>{text('crash.title')}</h1>
      <p>{text('crash.body')}</p>
      <button type="button" onClick={() => location.reload()}>
        {text('crash.reload')}
      </button>
    </main>
  );
}
