import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { asCallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import { failureText } from './failure-text';

interface FailureProps {
  error: unknown;
  /** Words for what did not happen. The resolver's own message is used without it. */
  title?: string;
  onRetry?: () => void;
}

/** A failed call: what happened, what a person can do, and a way to try again. */
export function Failure({ error, title, onRetry }: FailureProps) {
  const text = useText();
  const failure = asCallFailed(error);
  const { message, remedy } = failureText(failure, text);
  return (
    <div role="alert">
      <SectionMessage
        appearance="error"
        title={title ?? message}
        headingLevel="h2"
        {...(onRetry && {
          actions: (
            <SectionMessageAction onClick={onRetry}>{text('common.tryAgain')}</SectionMessageAction>
          ),
        })}
      >
        {title !== undefined && <p>{message}</p>}
        <p>{remedy}</p>
      </SectionMessage>
    </div>
  );
}
