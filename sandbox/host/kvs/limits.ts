import { KvsFailure } from './failure';

/**
 * Limits of Forge storage: developer.atlassian.com/platform/forge/limits-kvs-ce
 * and /platform/forge/runtime-reference/storage-api-basic.
 */
export const LIMITS = {
  keyLength: 500,
  valueBytes: 240 * 1024,
  secretBytes: 128 * 1024,
  depth: 31,
  pageMax: 100,
  pageDefault: 10,
  batchKeys: 25,
  transactionOperations: 25,
  requestBytes: 4 * 1024 * 1024,
  ttlSeconds: 365 * 24 * 3600,
} as const;

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** @throws KvsFailure EMPTY_KEY, KEY_TOO_LONG or INVALID_KEY. */
export function checkKey(key: string): void {
  if (key === '') throw new KvsFailure(400, 'EMPTY_KEY', 'The key must not be empty.');
  if (key.length > LIMITS.keyLength) {
    throw new KvsFailure(400, 'KEY_TOO_LONG', `A key has at most ${LIMITS.keyLength} characters.`);
  }
  if (!KEY.test(key)) {
    throw new KvsFailure(400, 'INVALID_KEY', `The key ${JSON.stringify(key)} must match ${KEY}.`);
  }
}

/** Checks that `value` can be stored. @throws KvsFailure INVALID_VALUE, MAX_DEPTH or MAX_SIZE. */
export function checkValue(value: unknown, maxBytes: number): void {
  if (value === undefined || value === null) {
    throw new KvsFailure(400, 'INVALID_VALUE', 'A value is any JSON except null.');
  }
  if (depthOf(value) > LIMITS.depth) {
    throw new KvsFailure(400, 'MAX_DEPTH', `A value nests at most ${LIMITS.depth} levels deep.`);
  }
  const bytes = byteSize(value);
  if (bytes > maxBytes) {
    throw new KvsFailure(400, 'MAX_SIZE', `The value has ${bytes} bytes; at most ${maxBytes} fit.`);
  }
}

/** Bytes of `value` as UTF-8 JSON. */
export function byteSize(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/** Levels of objects and arrays: a scalar has none, `{a: 1}` has one. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner));
  return deepest + 1;
}

/** Page size of a query. @throws KvsFailure COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE. */
export function pageSize(limit: number | undefined): number {
  if (limit === undefined) return LIMITS.pageDefault;
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.pageMax) {
    throw new KvsFailure(
      400,
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
      `The page limit must be set between 1 and ${LIMITS.pageMax}.`,
    );
  }
  return limit;
}
