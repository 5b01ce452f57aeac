import type { CallFailed, FailureCode } from '../platform/call';
import type { TextId } from '../texts/en';
import type { TextValues } from '../texts/use-text';

const OWN_TEXTS: Partial<Record<FailureCode, { message: TextId; remedy: TextId }>> = {
  BRIDGE_FAILED: { message: 'failure.bridge', remedy: 'failure.bridge.remedy' },
  UNREADABLE_ANSWER: { message: 'failure.unreadable', remedy: 'failure.unreadable.remedy' },
};

/** The words for a failure: the resolver's own, or the page's when the failure never reached the resolver. */
export function failureText(
  failure: CallFailed,
  text: (id: TextId, values?: TextValues) => string,
): { message: string; remedy: string } {
  const own = OWN_TEXTS[failure.code];
  return own
    ? { message: text(own.message), remedy: text(own.remedy) }
    : { message: failure.message, remedy: failure.remedy };
}
