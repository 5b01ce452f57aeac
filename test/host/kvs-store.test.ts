/**
 * Guarantee: the storage refuses what Forge storage refuses (keys, sizes, depth, entity attributes,
 * indexes, batches, transactions) and otherwise keeps every promise: reads by key see the last write,
 * a transaction happens whole or not at all, queries page without loss.
 */
import fc from 'fast-check';
import { KvsFailure } from '../../sandbox/host/kvs/failure';
import type { Transaction } from '../../sandbox/host/kvs/requests';
import { KvsStore } from '../../sandbox/host/kvs/store';
import { ManualClock } from './manual-clock';

const ENTITIES = [
  {
    name: 'pair',
    attributes: {
      site: { type: 'string' as const },
      rank: { type: 'integer' as const },
      ratio: { type: 'float' as const },
      live: { type: 'boolean' as const },
      record: { type: 'any' as const },
    },
    indexes: [
      { name: 'by-site', partition: ['site'], range: ['rank'] },
      { name: 'rank', partition: [], range: ['rank'] },
    ],
  },
];
const PAIR = 'entity:pair';

function open(queryLagMs = 0) {
  const clock = new ManualClock();
  return { clock, store: new KvsStore({ entities: ENTITIES, clock, queryLagMs }) };
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof KvsFailure) return `${error.status} ${error.code}`;
    throw error;
  }
}

const transaction = (parts: Partial<Transaction>): Transaction => ({
  set: [],
  delete: [],
  check: [],
  ...parts,
});
const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) });

describe('keys and values', () => {
  test.each([
    ['', '400 EMPTY_KEY'],
    ['x'.repeat(501), '400 KEY_TOO_LONG'],
    ['a/b', '400 INVALID_KEY'],
    ['   ', '400 INVALID_KEY'],
    ['x'.repeat(500), undefined],
    ['a:b.c_d-e#f g', undefined],
  ])('the key %j is answered %s', (key, code) => {
    expect(codeOf(() => open().store.set('plain', key, 1))).toBe(code);
  });

  test('a value has at most 240 KiB of JSON, a secret 128 KiB', () => {
    const { store } = open();
    const text = (bytes: number) => 'x'.repeat(bytes - 2);
    expect(codeOf(() => store.set('plain', 'k', text(240 * 1024)))).toBeUndefined();
    expect(codeOf(() => store.set('plain', 'k', text(240 * 1024 + 1)))).toBe('400 MAX_SIZE');
    expect(codeOf(() => store.set('plain', 'k', 'é'.repeat(130 * 1024)))).toBe('400 MAX_SIZE');
    expect(codeOf(() => store.set('secret', 'k', text(128 * 1024)))).toBeUndefined();
    expect(codeOf(() => store.set('secret', 'k', text(128 * 1024 + 1)))).toBe('400 MAX_SIZE');
  });

  test('a value nests at most 31 levels and is never null', () => {
    const { store } = open();
    expect(codeOf(() => store.set('plain', 'k', nested(31)))).toBeUndefined();
    expect(codeOf(() => store.set('plain', 'k', nested(32)))).toBe('400 MAX_DEPTH');
    expect(codeOf(() => store.set('plain', 'k', null))).toBe('400 INVALID_VALUE');
    expect(codeOf(() => store.set('plain', 'k', undefined))).toBe('400 INVALID_VALUE');
  });

  test('plain values, secrets and entities with one key are three things', () => {
    const { store } = open();
    store.set('plain', 'k', 'plain');
    store.set('secret', 'k', 'secret');
    store.set(PAIR, 'k', { site: 'a' });
    store.delete('plain', 'k');
    expect(codeOf(() => store.get('plain', 'k'))).toBe('404 KEY_NOT_FOUND');
    expect(store.get('secret', 'k').value).toBe('secret');
    expect(store.get(PAIR, 'k').value).toEqual({ site: 'a' });
  });
});

describe('set options', () => {
  test('FAIL_IF_EXISTS conflicts with an existing key and changes nothing', () => {
    const { store } = open();
    store.set('plain', 'k', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
    const again = () => store.set('plain', 'k', 2, { keyPolicy: 'FAIL_IF_EXISTS' });
    expect(codeOf(again)).toBe('409 KEY_CONFLICT');
    expect(store.get('plain', 'k').value).toBe(1);
  });

  test('returnValue gives the row before or after, with the time of creation kept', async () => {
    const { store, clock } = open();
    expect(store.set('plain', 'k', 1, { returnValue: 'PREVIOUS' })).toBeUndefined();
    const created = clock.now();
    await clock.advance(5);
    expect(store.set('plain', 'k', 2, { returnValue: 'PREVIOUS' })).toMatchObject({ value: 1 });
    expect(store.set('plain', 'k', 3, { returnValue: 'LATEST' })).toEqual({
      key: 'k',
      value: 3,
      createdAt: created,
      updatedAt: created + 5,
    });
  });

  test('a value is gone when its time to live is over, which is at most a year', async () => {
    const { store, clock } = open();
    store.set('plain', 'k', 1, { ttl: { value: 2, unit: 'MINUTES' } });
    await clock.advance(119_999);
    expect(store.get('plain', 'k').expiresAt).toBe(clock.now() + 1);
    await clock.advance(1);
    expect(codeOf(() => store.get('plain', 'k'))).toBe('404 KEY_NOT_FOUND');
    expect(store.queryPlain({}).rows).toEqual([]);
    const tooLong = { ttl: { value: 366, unit: 'DAYS' as const } };
    expect(codeOf(() => store.set('plain', 'k', 1, tooLong))).toBe('400 INVALID_TTL');
  });
});

describe('entities', () => {
  test.each([
    [{ rank: 2 ** 31 - 1 }, undefined],
    [{ rank: 2 ** 31 }, '400 INVALID_ENTITY_VALUE'],
    [{ rank: 1.5 }, '400 INVALID_ENTITY_VALUE'],
    [{ rank: '1' }, '400 INVALID_ENTITY_VALUE'],
    [{ ratio: 1.5 }, undefined],
    [{ live: 'yes' }, '400 INVALID_ENTITY_VALUE'],
    [{ site: null }, '400 INVALID_ENTITY_VALUE'],
    [{ record: { any: [1, null, { deep: true }] } }, undefined],
    [{ colour: 'red' }, '400 INVALID_ENTITY_VALUE'],
    [[], '400 INVALID_ENTITY_VALUE'],
    ['text', '400 INVALID_ENTITY_VALUE'],
  ])('the value %j is answered %s', (value, code) => {
    expect(codeOf(() => open().store.set(PAIR, 'k', value))).toBe(code);
  });

  test('an entity that is not declared is refused', () => {
    expect(codeOf(() => open().store.set('entity:ghost', 'k', {}))).toBe('400 INVALID_ENTITY_TYPE');
    expect(codeOf(() => open().store.get('entity:ghost', 'k'))).toBe('400 INVALID_ENTITY_TYPE');
  });
});

describe('queries', () => {
  const query = { entityName: 'pair', indexName: 'by-site', partition: ['a'] };

  test('an index must be declared and its partition given whole', () => {
    const { store } = open();
    const unknown = { ...query, indexName: 'by-mood' };
    expect(codeOf(() => store.queryEntity(unknown))).toBe('400 INVALID_ENTITY_INDEX');
    expect(codeOf(() => store.queryEntity({ ...query, partition: [] }))).toBe(
      '400 INVALID_PARTITION',
    );
  });

  test('a page has 1 to 100 rows, 10 when nothing is said', () => {
    const { store } = open();
    for (let i = 0; i < 101; i += 1) store.set('plain', `k${i}`, i);
    const notInRange = '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE';
    expect(codeOf(() => store.queryPlain({ limit: 0 }))).toBe(notInRange);
    expect(codeOf(() => store.queryPlain({ limit: 101 }))).toBe(notInRange);
    expect(store.queryPlain({}).rows).toHaveLength(10);
    expect(store.queryPlain({ limit: 100 }).rows).toHaveLength(100);
  });

  test('only rows with the partition and a range value are in an index, sorted by it', () => {
    const { store } = open();
    store.set(PAIR, 'late', { site: 'a', rank: 30 });
    store.set(PAIR, 'early', { site: 'a', rank: 4 });
    store.set(PAIR, 'no-rank', { site: 'a' });
    store.set(PAIR, 'elsewhere', { site: 'b', rank: 5 });
    const keys = (more: object) => store.queryEntity({ ...query, ...more }).rows.map((r) => r.key);
    expect(keys({})).toEqual(['early', 'late']);
    expect(keys({ sort: 'DESC' })).toEqual(['late', 'early']);
    expect(keys({ range: { condition: 'GREATER_THAN', values: [4] } })).toEqual(['late']);
    expect(keys({ range: { condition: 'BETWEEN', values: [4, 29] } })).toEqual(['early']);
  });

  test('filters apply after a page was read, so a page can be empty and still have a cursor', () => {
    const { store } = open();
    for (let rank = 0; rank < 4; rank += 1) {
      store.set(PAIR, `p${rank}`, { site: 'a', rank, live: rank === 3 });
    }
    const live = { and: [{ property: 'live', condition: 'EQUAL_TO' as const, values: [true] }] };
    const first = store.queryEntity({ ...query, filters: live, limit: 2 });
    expect(first.rows).toEqual([]);
    const second = store.queryEntity({ ...query, filters: live, limit: 2, cursor: first.cursor });
    expect(second.rows.map((row) => row.key)).toEqual(['p3']);
    expect(second.cursor).toBeUndefined();
  });

  test('following cursors gives every row once and in order, for any rows and page size', () => {
    const ranks = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 30 });
    const limits = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(ranks, limits, fc.constantFrom('ASC', 'DESC'), (values, limit, sort) => {
        const { store } = open();
        values.forEach((rank, i) => store.set(PAIR, `p${i}`, { site: 'a', rank }));
        const seen: { key: string; rank: number }[] = [];
        let cursor: string | undefined;
        do {
          const page = store.queryEntity({ ...query, limit, sort, cursor });
          for (const { key, value } of page.rows) {
            seen.push({ key, rank: (value as { rank: number }).rank });
          }
          cursor = page.cursor;
        } while (cursor !== undefined);
        expect(new Set(seen.map((row) => row.key)).size).toBe(values.length);
        const expected = values.toSorted((a, b) => (sort === 'ASC' ? a - b : b - a));
        expect(seen.map((row) => row.rank)).toEqual(expected);
      }),
    );
  });

  test('a cursor that is not one is refused', () => {
    expect(codeOf(() => open().store.queryPlain({ after: 'nonsense' }))).toBe('400 INVALID_CURSOR');
  });

  test('with a lag, a query shows the past while a read by key shows the present', async () => {
    const { store, clock } = open(1_000);
    store.set('plain', 'old', 1);
    store.set('plain', 'doomed', 1);
    await clock.advance(2_000);
    store.set('plain', 'new', 1);
    store.set('plain', 'old', 2);
    store.delete('plain', 'doomed');
    const seen = () => Object.fromEntries(store.queryPlain({}).rows.map((r) => [r.key, r.value]));
    expect(seen()).toEqual({ old: 1, doomed: 1 });
    expect(store.get('plain', 'old').value).toBe(2);
    await clock.advance(1_000);
    expect(seen()).toEqual({ old: 2, new: 1 });
  });
});

describe('transactions', () => {
  const isAbsent = {
    and: [{ property: 'site', condition: 'NOT_EXISTS' as const, values: [true] }],
  };
  const isA = { and: [{ property: 'site', condition: 'EQUAL_TO' as const, values: ['a'] }] };
  const set = (key: string, more: object = {}) => ({
    key,
    entityName: 'pair',
    value: { site: 'a' },
    ...more,
  });

  test('a missing key is judged as an object without attributes', () => {
    const { store } = open();
    const create = () => store.transact(transaction({ set: [set('k', { conditions: isAbsent })] }));
    expect(codeOf(create)).toBeUndefined();
    expect(codeOf(create)).toBe('409 CONDITIONAL_CHECK_FAILED');
    const check = [{ key: 'ghost', entityName: 'pair', conditions: isA }];
    expect(codeOf(() => store.transact(transaction({ check })))).toBe(
      '409 CONDITIONAL_CHECK_FAILED',
    );
  });

  test('one failed condition undoes nothing because nothing was done', () => {
    const { store } = open();
    store.set('plain', 'stays', 1);
    store.set(PAIR, 'other', { site: 'b' });
    const request = transaction({
      set: [{ key: 'new', value: 1 }, set('pair')],
      delete: [{ key: 'stays' }],
      check: [{ key: 'other', entityName: 'pair', conditions: isA }],
    });
    const before = JSON.stringify(store.rows.dump(() => true));
    expect(codeOf(() => store.transact(request))).toBe('409 CONDITIONAL_CHECK_FAILED');
    expect(JSON.stringify(store.rows.dump(() => true))).toBe(before);
    store.set(PAIR, 'other', { site: 'a' });
    store.transact(request);
    expect(store.get('plain', 'new').value).toBe(1);
    expect(codeOf(() => store.get('plain', 'stays'))).toBe('404 KEY_NOT_FOUND');
  });

  test('one bad value refuses the whole transaction', () => {
    const { store } = open();
    const bad = transaction({
      set: [{ key: 'good', value: 1 }, set('x', { value: { rank: 'x' } })],
    });
    expect(codeOf(() => store.transact(bad))).toBe('400 INVALID_ENTITY_VALUE');
    expect(codeOf(() => store.get('plain', 'good'))).toBe('404 KEY_NOT_FOUND');
  });

  test('at most 25 operations, 4 MB, each key once, conditions for entities only', () => {
    const { store } = open();
    const sets = (count: number, value: unknown = 1) =>
      Array.from({ length: count }, (_, i) => ({ key: `k${i}`, value }));
    const outcome = (parts: Partial<Transaction>) =>
      codeOf(() => store.transact(transaction(parts)));
    expect(outcome({ set: sets(25) })).toBeUndefined();
    expect(outcome({ set: sets(26) })).toBe('400 INVALID_TRANSACTION');
    expect(outcome({ set: sets(20, 'x'.repeat(220 * 1024)) })).toBe('400 INVALID_TRANSACTION');
    expect(outcome({ set: sets(1), delete: [{ key: 'k0' }] })).toBe('400 INVALID_TRANSACTION');
    expect(outcome({ set: [set('k0'), ...sets(1)] })).toBeUndefined();
    expect(outcome({})).toBe('400 INVALID_TRANSACTION');
    const plainCondition = [{ key: 'k', value: 1, conditions: isAbsent }];
    expect(outcome({ set: plainCondition })).toBe('400 INVALID_TRANSACTION');
  });
});
