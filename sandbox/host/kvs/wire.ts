import { z } from 'zod';
import type { KvsMeter } from '../usage';
import { runBatch } from './batch';
import { KvsFailure } from './failure';
import type { Page } from './query';
import * as requests from './requests';
import { type Row, type Space, spaceOf } from './rows';
import type { KvsStore } from './store';

/** An answer of the storage service; `body` absent = an empty body. */
export interface KvsAnswer {
  status: number;
  body?: unknown;
}

type Operation = (body: unknown, count: KvsMeter) => unknown;

/** The paths of the storage service and what each does, as @forge/kvs 1.6 calls them. */
export function kvsOperations(store: KvsStore): Map<string, Operation> {
  const get = (space: Space, key: string, count: KvsMeter) => {
    count('reads');
    return shown(store.get(space, key));
  };
  const set = (
    space: Space,
    request: { key: string; value?: unknown; options?: requests.SetOptions | undefined },
    count: KvsMeter,
  ) => {
    count('writes');
    const row = store.set(space, request.key, request.value, request.options);
    return row && shown(row);
  };
  const remove = (space: Space, key: string, count: KvsMeter) => {
    count('writes');
    store.delete(space, key);
  };
  return new Map<string, Operation>([
    ['get', takes(requests.plainGet, (b, count) => get('plain', b.key, count))],
    ['set', takes(requests.plainSet, (b, count) => set('plain', b, count))],
    ['delete', takes(requests.plainDelete, (b, count) => remove('plain', b.key, count))],
    ['secret/get', takes(requests.plainGet, (b, count) => get('secret', b.key, count))],
    ['secret/set', takes(requests.plainSet, (b, count) => set('secret', b, count))],
    ['secret/delete', takes(requests.plainDelete, (b, count) => remove('secret', b.key, count))],
    ['entity/get', takes(requests.entityGet, (b, c) => get(spaceOf(b.entityName), b.key, c))],
    [
      'entity/set',
      takes(requests.entitySet, ({ entityName, ...b }, c) => set(spaceOf(entityName), b, c)),
    ],
    [
      'entity/delete',
      takes(requests.entityDelete, (b, c) => remove(spaceOf(b.entityName), b.key, c)),
    ],
    [
      'query',
      takes(requests.plainQuery, (b, count) => {
        count('queries');
        return shownPage(store.queryPlain(b));
      }),
    ],
    [
      'entity/query',
      takes(requests.entityQuery, (b, count) => {
        count('queries');
        return shownPage(store.queryEntity(b));
      }),
    ],
    [
      'batch/get',
      takes(requests.batchKeys, (items, count) =>
        runBatch(items, (item) => get(spaceOf(item.entityName), item.key, count)),
      ),
    ],
    [
      'batch/set',
      takes(requests.batchSet, (items, count) =>
        runBatch(items, (item) => set(spaceOf(item.entityName), item, count) ?? {}),
      ),
    ],
    [
      'batch/delete',
      takes(requests.batchKeys, (items, count) =>
        runBatch(items, (item) => remove(spaceOf(item.entityName), item.key, count) ?? {}),
      ),
    ],
    [
      'transaction',
      takes(requests.transaction, (b, count) => {
        count('transactions');
        store.transact(b);
      }),
    ],
  ]);
}

/**
 * Answers one request of @forge/kvs, or undefined when the path is not one of the service's.
 * @param path For example `/api/v1/entity/get`.
 * @param count Told what the request costs.
 */
export function answerKvs(
  operations: Map<string, Operation>,
  path: string,
  body: unknown,
  count: KvsMeter,
): KvsAnswer | undefined {
  const operation = operations.get(path.replace(/^\/api\/v1\//, ''));
  if (!operation || !path.startsWith('/api/v1/')) return undefined;
  try {
    const result = operation(body, count);
    return result === undefined ? { status: 204 } : { status: 200, body: result };
  } catch (error) {
    if (!(error instanceof KvsFailure)) throw error;
    return { status: error.status, body: { code: error.code, message: error.message } };
  }
}

function takes<S extends z.ZodType>(
  schema: S,
  run: (body: z.output<S>, count: KvsMeter) => unknown,
): Operation {
  return (body, count) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      throw new KvsFailure(400, 'INVALID_REQUEST', z.prettifyError(parsed.error));
    }
    return run(parsed.data, count);
  };
}

function shown(row: Row): object {
  const { key, value, createdAt, updatedAt, expiresAt } = row;
  const expireTime =
    expiresAt === undefined ? {} : { expireTime: new Date(expiresAt).toISOString() };
  return { key, value, createdAt, updatedAt, ...expireTime };
}

function shownPage(page: Page): object {
  return { data: page.rows.map(shown), ...(page.cursor !== undefined && { cursor: page.cursor }) };
}
