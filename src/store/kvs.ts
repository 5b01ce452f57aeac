import type { kvs as forgeKvs } from '@forge/kvs';
import { NEXT_MINUTE, StorageError } from '../domain/errors';

/** Forge's key-value store with custom entities. */
export type Kvs = typeof forgeKvs;

/** Codes of `ForgeKvsAPIError`. Only the first is in the package's source; the others are from documentation. */
const CODES = {
  conflict: new Set(['KEY_CONFLICT']),
  condition: new Set(['CONDITIONAL_CHECK_FAILED', 'CONDITION_CHECK_FAILED']),
  tooMany: new Set(['RATE_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS']),
} as const;

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

function statusOf(error: unknown): number | null {
  const details = (error as { responseDetails?: { status?: unknown } } | null)?.responseDetails;
  return typeof details?.status === 'number' ? details.status : null;
}

/** The key was there already (`FAIL_IF_EXISTS`). */
function isKeyConflict(error: unknown): boolean {
  return CODES.conflict.has(codeOf(error) ?? '') || statusOf(error) === 409;
}

/** A condition of a transaction did not hold. Its code is not verified against a live site, so 409 counts as well. */
function isConditionFailure(error: unknown): boolean {
  return CODES.condition.has(codeOf(error) ?? '') || statusOf(error) === 409;
}

/** More than 1,000 requests a second, or 4,000 reads or writes of 10 KB a minute (Forge KVS limits). */
function isTooMany(error: unknown): boolean {
  return CODES.tooMany.has(codeOf(error) ?? '') || statusOf(error) === 429;
}

/** Runs a storage call; any failure that the caller did not expect becomes a `StorageError`. */
export async function stored<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (isTooMany(cause)) throw storageBusy(what, cause);
    throw new StorageError({
      code: 'STORAGE_UNAVAILABLE',
      message: `Forge storage could not ${what} (${codeOf(cause) ?? 'no code'}).`,
      remedy:
        'Nothing to do: the work is tried again. If it lasts, check the Atlassian status page.',
      cause,
    });
  }
}

function storageBusy(what: string, cause: unknown): StorageError {
  return new StorageError(
    {
      code: 'STORAGE_BUSY',
      message: `Forge storage asks the app to wait before it can ${what}.`,
      remedy: 'Nothing to do: the work goes on by itself in a minute or two.',
      cause,
    },
    NEXT_MINUTE,
  );
}

/** Sets an entity record unless the key exists. @returns whether it was set */
export async function setIfAbsent<T>(
  kvs: Kvs,
  entity: string,
  key: string,
  value: T,
): Promise<boolean> {
  return isFirst(`claim ${entity}`, () =>
    kvs.entity<T>(entity).set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' }),
  );
}

/** Runs a write with the key policy `FAIL_IF_EXISTS`. @returns whether the key was free, so that it was written */
export function isFirst(what: string, write: () => Promise<unknown>): Promise<boolean> {
  return stored(what, async () => {
    try {
      await write();
      return true;
    } catch (error) {
      if (isKeyConflict(error)) return false;
      throw error;
    }
  });
}

/** Runs a transaction. @returns whether one of its conditions did not hold, so that nothing of it was done */
export function isRefused(
  what: string,
  transaction: { execute(): Promise<void> },
): Promise<boolean> {
  return stored(what, async () => {
    try {
      await transaction.execute();
      return false;
    } catch (error) {
      if (isConditionFailure(error)) return true;
      throw error;
    }
  });
}

/** Forge takes at most this many keys in a batch. */
const BATCH = 25;

/**
 * Reads records by their keys, a batch at a time. A batch answers missing keys as failures; every other failure is read
 * again alone, so that it is not taken for one.
 * @param entity none for plain keys
 * @returns what is there, by its key
 */
export async function readMany<T>(
  kvs: Kvs,
  what: string,
  keys: readonly string[],
  entity?: string,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  const place = entity === undefined ? {} : { entityName: entity };
  const readAlone = (key: string) =>
    entity === undefined ? kvs.get<T>(key) : kvs.entity<T>(entity).get(key);
  for (let from = 0; from < keys.length; from += BATCH) {
    const items = keys.slice(from, from + BATCH).map((key) => ({ key, ...place }));
    const batch = await stored(what, () => kvs.batchGet<T>(items));
    for (const { key, value } of batch.successfulKeys) found.set(key, value);
    for (const { key, error } of batch.failedKeys) {
      if (error.code === 'KEY_NOT_FOUND') continue;
      const value = await stored(what, () => readAlone(key));
      if (value !== undefined) found.set(key, value);
    }
  }
  return found;
}
