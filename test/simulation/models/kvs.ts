import type { Filter } from '@forge/kvs';
import { KvsFailure } from '../../../sandbox/host/kvs/failure';
import { spaceOf, type Space } from '../../../sandbox/host/kvs/rows';
import type { KvsStore } from '../../../sandbox/host/kvs/store';
import type { Clauses, Transaction } from '../../../sandbox/host/kvs/requests';
import type { AuditEntry } from '../../../src/contract/history';
import type { Pair } from '../../../src/domain/pair';
import type { Kvs } from '../../../src/store/kvs';
import type { Invocation } from '../engine/invocation';
import type { World } from '../world';

interface Keyed {
  key: string;
  entityName?: string;
}
interface Written extends Keyed {
  value: unknown;
  conditions?: Clauses;
}
type Conditions = Filter<object>;

/**
 * The surface of `@forge/kvs` that the app's stores use, over the store of the sandbox's host: the same transactions,
 * conditions, limits and lagging indexes, without HTTP. What crosses is copied, as it is by the real service.
 */
export function kvsOf(world: World, run: Invocation): Kvs {
  const { store } = world;
  const call = <T>(name: string, write: boolean, effect: () => T): Promise<T> =>
    run.call({ target: 'kvs', name, write, effect: () => translated(world, effect) });
  const get = (space: Space, key: string) =>
    call(`get ${space} ${key}`, false, () => {
      const row = found(() => store.get(space, key));
      return row === undefined ? undefined : copy(row.value);
    });
  const set = (space: Space, key: string, value: unknown, options?: { keyPolicy?: string }) =>
    call(`set ${space} ${key}`, true, () => {
      noteEntries(world, run, [{ key, value, entityName: space.slice('entity:'.length) }]);
      store.set(space, key, copy(value), keyPolicy(options));
    });
  const remove = (space: Space, key: string) =>
    call(`delete ${space} ${key}`, true, () => found(() => store.delete(space, key)));

  const facade = {
    get: (key: string) => get('plain', key),
    set: (key: string, value: unknown, options?: { keyPolicy?: string }) =>
      set('plain', key, value, options),
    delete: (key: string) => remove('plain', key),
    getSecret: (key: string) => get('secret', key),
    setSecret: (key: string, value: unknown) => set('secret', key, value),
    deleteSecret: (key: string) => remove('secret', key),
    entity: (name: string) => ({
      get: (key: string) => get(spaceOf(name), key),
      set: (key: string, value: unknown, options?: { keyPolicy?: string }) =>
        set(spaceOf(name), key, value, options),
      delete: (key: string) => remove(spaceOf(name), key),
      query: () => queryOf(name, store, call),
    }),
    batchGet: (items: Keyed[]) =>
      call('batchGet', false, () =>
        batch(world, items, ({ key, entityName }) => ({
          value: copy(store.get(spaceOf(entityName), key).value),
        })),
      ),
    batchSet: (items: Written[]) =>
      call('batchSet', true, () =>
        batch(world, items, ({ key, entityName, value }) => {
          store.set(spaceOf(entityName), key, copy(value));
          return {};
        }),
      ),
    transact: () => transactionOf(world, run, call),
  };
  return facade as unknown as Kvs;
}

type Caller = <T>(name: string, write: boolean, effect: () => T) => Promise<T>;

function queryOf(entityName: string, store: KvsStore, call: Caller) {
  const query: Parameters<KvsStore['queryEntity']>[0] = { entityName, indexName: 'by-key' };
  const builder = {
    index(name: string, { partition }: { partition: string[] }) {
      query.indexName = name;
      query.partition = partition;
      return builder;
    },
    where(range: NonNullable<typeof query.range>) {
      query.range = range;
      return builder;
    },
    sort(sort: 'ASC' | 'DESC') {
      query.sort = sort;
      return builder;
    },
    limit(limit: number) {
      query.limit = limit;
      return builder;
    },
    cursor(cursor: string) {
      query.cursor = cursor;
      return builder;
    },
    getMany: () =>
      call(`query ${entityName}`, false, () => {
        const page = store.queryEntity(query);
        const results = page.rows.map(({ key, value }) => ({ key, value: copy(value) }));
        return { results, nextCursor: page.cursor };
      }),
  };
  return builder;
}

function transactionOf(world: World, run: Invocation, call: Caller) {
  const request: { set: Written[]; delete: (Keyed & { conditions?: Clauses })[] } = {
    set: [],
    delete: [],
  };
  const builder = {
    set(key: string, value: unknown, entity?: { entityName: string; conditions?: Conditions }) {
      const conditions = entity?.conditions;
      request.set.push({
        key,
        value: copy(value),
        ...(entity === undefined ? {} : { entityName: entity.entityName }),
        ...(conditions === undefined ? {} : { conditions: clausesOf(conditions) }),
      });
      return builder;
    },
    delete(key: string, entity?: { entityName: string; conditions?: Conditions }) {
      const { entityName, conditions } = entity ?? {};
      request.delete.push({
        key,
        ...(entityName === undefined ? {} : { entityName }),
        ...(conditions === undefined ? {} : { conditions: clausesOf(conditions) }),
      });
      return builder;
    },
    execute: () =>
      call('transaction', true, () => {
        world.store.transact({ ...request, check: [] } as unknown as Transaction);
        noteEntries(world, run, request.set);
      }),
  };
  return builder;
}

function clausesOf(filter: Conditions): Clauses {
  const parts = filter as unknown as { operator(): 'and' | 'or'; filters(): never[] };
  return { [parts.operator()]: parts.filters() } as unknown as Clauses;
}

function batch<T extends Keyed>(world: World, items: T[], run: (item: T) => object) {
  if (items.length > 25) world.ledger.violate('P12 limits', `a batch of ${items.length} keys`);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    try {
      if (world.faults.strikes('storage batch in part')) {
        throw new KvsFailure(500, 'UNKNOWN', 'Not now.');
      }
      successfulKeys.push({ key: item.key, ...run(item) });
    } catch (error) {
      if (!(error instanceof KvsFailure)) throw error;
      failedKeys.push({ key: item.key, error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

function noteEntries(world: World, run: Invocation, rows: readonly Written[]): void {
  for (const { entityName, value } of rows) {
    if (entityName === 'pair') notePair(world, (value as { record: Pair }).record);
    if (entityName !== 'audit') continue;
    const { record } = value as { record: AuditEntry };
    world.ledger.entries.push({ run: run.id, step: world.scheduler.steps, entry: copy(record) });
  }
}

function notePair({ ledger }: World, { alignType, alignId, issueKey }: Pair): void {
  if (alignId === null) return;
  const item = `${alignType}:${alignId}`;
  for (const creation of ledger.creations) {
    if (creation.item === item && creation.origin === issueKey) creation.noted = true;
  }
}

/** A refusal of the model becomes the error that `@forge/kvs` throws; a broken limit is the app's fault. */
function translated<T>(world: World, effect: () => T): T {
  try {
    return effect();
  } catch (error) {
    if (!(error instanceof KvsFailure)) throw error;
    if (error.status === 400) world.ledger.violate('P12 limits', `${error.code} ${error.message}`);
    throw Object.assign(new Error(error.message), {
      code: error.code,
      responseDetails: { status: error.status },
    });
  }
}

function found<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof KvsFailure && error.code === 'KEY_NOT_FOUND') return undefined;
    throw error;
  }
}

function keyPolicy(options?: { keyPolicy?: string }) {
  return options?.keyPolicy === 'FAIL_IF_EXISTS' ? ({ keyPolicy: 'FAIL_IF_EXISTS' } as const) : {};
}

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
