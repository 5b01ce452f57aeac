import { asCallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import { failureText } from './failure-text';
import { Message } from './message';

interface FailureProps {
  error: unknown;
  /** Words for what did not happen. The resolver's own message is used without it. */
  title?: string;
  onRetry?: (() => void) | undefined;
}

/** A failed call: what happened, what a person can do, and a way to try again. */
export function Failure({ error, title, onRetry }: FailureProps) {
  const text = useText();
  const { message, remedy } = failureText(asCallFailed(error), text);
  return (
    <div role="alert">
      <Message
        look="error"
        title={title ?? message}
        action={onRetry && { label: text('common.tryAgain'), onClick: onRetry }}
      >
        {title !== undefined && <p>{message}</p>}
        <p>{remedy}</p>
      </Message>
    </div>
  );
}
