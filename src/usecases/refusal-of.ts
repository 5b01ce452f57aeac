import { SyncError, TokenRefusedError } from '../domain/errors';

/**
 * What a side says when it refuses for good; null when it has done it.
 * @throws what a later try may get past, and that the token is refused, which stops everything
 */
export async function refusalOf(send: () => Promise<void>): Promise<string | null> {
  try {
    await send();
    return null;
  } catch (error) {
    const isRefusal = error instanceof SyncError && error.retry.kind === 'never';
    if (!isRefusal || error instanceof TokenRefusedError) throw error;
    return error.message;
  }
}
