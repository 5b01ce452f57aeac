import { useQuery } from '@tanstack/react-query';
import { call } from '../platform/call';

export const CONNECTION_KEY = ['connection'] as const;
const REFRESH_MS = 60_000;

/** The connection as the server knows it, read again each minute while the page is visible. */
export function useConnection() {
  return useQuery({
    queryKey: CONNECTION_KEY,
    queryFn: () => call('getConnection', {}),
    refetchInterval: REFRESH_MS,
  });
}
