import { QueryClient } from '@tanstack/react-query';
import { CallFailed, type FailureCode } from './call';

/** Failures that pass by themselves. Anything else is shown at once: asking again would not help. */
const PASSING: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'RATE_LIMITED',
  'ALIGN_UNAVAILABLE',
  'JIRA_UNAVAILABLE',
  'BRIDGE_FAILED',
]);
const LONGEST_WAIT_MS = 20_000;

/** A query client that asks again only after failures that pass, and as late as the server asks for. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
        retry: (count, error) =>
          error instanceof CallFailed && PASSING.has(error.code) && count < 2,
        retryDelay: (count, error) =>
          Math.min(
            (error instanceof CallFailed ? error.retryAfterMs : undefined) ?? 1_000 * 2 ** count,
            LONGEST_WAIT_MS,
          ),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
