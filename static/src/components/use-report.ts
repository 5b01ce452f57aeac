import { useMemo } from 'react';
import { useAnnounce } from '../platform/announcer';
import { asCallFailed } from '../platform/call';
import { notify } from '../platform/notify';
import { useText } from '../texts/use-text';
import { failureText } from './failure-text';

/** Tells what became of an action whose place on the page may be out of sight: as a flag, and spoken. */
export function useReport() {
  const text = useText();
  const announce = useAnnounce();
  return useMemo(
    () => ({
      succeeded: (title: string, body: string) => {
        announce(title);
        notify('success', title, body);
      },
      failed: (error: unknown) => {
        const { message, remedy } = failureText(asCallFailed(error), text);
        announce(`${message} ${remedy}`);
        notify('error', message, remedy);
      },
    }),
    [announce, text],
  );
}
