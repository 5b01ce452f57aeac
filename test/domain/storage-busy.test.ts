/**
 * Guarantee: when Forge's storage says that it is asked too often, the work waits a minute without having failed; any
 * other failure counts as one.
 */
import { StorageError } from '../../src/domain/errors';
import { pauseBefore } from '../../src/domain/retry';
import { stored } from '../../src/store/kvs';

/** As `ForgeKvsAPIError` of @forge/kvs carries it. */
function failure(code: string, status: number): Error {
  return Object.assign(new Error('No.'), { code, responseDetails: { status } });
}

async function errorOf(cause: Error): Promise<StorageError> {
  const error: unknown = await stored('read a pair', () => Promise.reject(cause)).catch(
    (thrown: unknown) => thrown,
  );
  if (error instanceof StorageError) return error;
  throw new Error('No StorageError was thrown.');
}

test.each([
  ['RATE_LIMIT_EXCEEDED', 429],
  ['TOO_MANY_REQUESTS', 429],
  ['SOMETHING_NEW', 429],
])('%s is waited for, at least until the next minute', async (code, status) => {
  const { retry, code: own, remedy } = await errorOf(failure(code, status));
  expect(own).toBe('STORAGE_BUSY');
  expect(remedy).not.toBe('');
  expect(retry.kind).toBe('after');
  expect(pauseBefore(retry, 1, 0)).toBe(60);
  expect(pauseBefore(retry, 1, 1)).toBe(120);
});

test('another failure of the storage is tried again with growing pauses', async () => {
  const { retry, code } = await errorOf(failure('UNKNOWN', 500));
  expect([code, retry.kind]).toEqual(['STORAGE_UNAVAILABLE', 'backoff']);
});
