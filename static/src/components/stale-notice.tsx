import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { asCallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import { failureText } from './failure-text';

interface StaleNoticeProps {
  query: { isRefetchError: boolean; error: unknown; refetch: () => unknown };
}

/** Says that what is shown is from an earlier answer, because the latest refresh failed. */
export function StaleNotice({ query }: StaleNoticeProps) {
  const text = useText();
  if (!query.isRefetchError) return null;
  const { message, remedy } = failureText(asCallFailed(query.error), text);
  return (
    <SectionMessage
      appearance="warning"
      title={text('list.stale')}
      headingLevel="h2"
      actions={
        <SectionMessageAction onClick={() => void query.refetch()}>
          {text('common.tryAgain')}
        </SectionMessageAction>
      }
    >
      <p>{[message, remedy].filter(Boolean).join(' ')}</p>
    </SectionMessage>
  );
}
