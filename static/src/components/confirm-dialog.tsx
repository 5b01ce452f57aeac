import Button from '@atlaskit/button/new';
import { useId, useLayoutEffect, useRef } from 'react';
import { useText } from '../texts/use-text';
import styles from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  title: string;
  body: string;
  confirm: string;
  /** Of the button that leaves everything as it is; "Cancel" without it. */
  dismiss?: string;
  isWorking?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/**
 * Asks before something that cannot be undone. The browser's own dialog element keeps the focus inside and closes
 * on Escape without the style tags that Forge's content security policy refuses.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, body, confirm, dismiss, isWorking = false, onConfirm, onCancel } = props;
  const text = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element is removed, so that the browser gives the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={`${id}-title`} className={styles.title}>
        {title}
      </h2>
      <p id={`${id}-body`} className={styles.body}>
        {body}
      </p>
      <div className={styles.actions}>
        <Button appearance="subtle" onClick={onCancel} isDisabled={isWorking}>
          {dismiss ?? text('common.cancel')}
        </Button>
        <Button appearance="danger" onClick={onConfirm} isLoading={isWorking}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
