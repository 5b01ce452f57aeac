import { asCallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import { failureText } from './failure-text';
import { Message } from './message';

interface StaleNoticeProps {
  query: { isRefetchError: boolean; error: unknown; refetch: () => unknown };
}

/** Says that what is shown is from an earlier answer, because the latest refresh failed. */
export function StaleNotice({ query }: StaleNoticeProps) {
  const text = useText();
  if (!query.isRefetchError) return null;
  const { message, remedy } = failureText(asCallFailed(query.error), text);
  return (
    <Message
      look="warning"
      title={text('list.stale')}
      action={{ label: text('common.tryAgain'), onClick: () => void query.refetch() }}
    >
      <p>{[message, remedy].filter(Boolean).join(' ')}</p>
    </Message>
  );
}
