/**
 * Guarantee: the unmodified @forge/kvs, in an app, finds every method answered as its types say:
 * results, metadata, cursors, and errors with the codes it documents.
 */
import type { ForgeHost } from '../../sandbox/host';
import { call, startFixture, storage } from './fixture-host';

let host: ForgeHost;
beforeAll(async () => {
  host = await startFixture();
});
afterAll(() => host.stop());

const failure = (code: string, status: number) => ({
  failure: expect.objectContaining({ class: 'ForgeKvsAPIError', code, status }) as unknown,
});

test('a value is stored, read, replaced and deleted; a missing one is undefined', async () => {
  expect(await storage(host, 'get', 'greeting')).toEqual({});
  expect(await storage(host, 'set', 'greeting', { text: 'hello' })).toEqual({});
  expect(await storage(host, 'get', 'greeting')).toEqual({ ok: { text: 'hello' } });
  expect(await storage(host, 'delete', 'greeting')).toEqual({});
  expect(await storage(host, 'delete', 'greeting')).toEqual({});
  expect(await storage(host, 'get', 'greeting')).toEqual({});
});

test('metadata says when a value was made and when it ends', async () => {
  await storage(host, 'set', 'brief', 1, { ttl: { value: 1, unit: 'HOURS' } });
  const metadataFields = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'];
  const { ok } = await storage(host, 'get', 'brief', { metadataFields });
  const row = ok as { createdAt: number; updatedAt: number; expireTime: string };
  expect(row).toMatchObject({ key: 'brief', value: 1, updatedAt: row.createdAt });
  expect(Date.parse(row.expireTime)).toBe(row.createdAt + 3_600_000);
});

test('keyPolicy and returnValue work, and a conflict has its code', async () => {
  await storage(host, 'set', 'once', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
  const again = storage(host, 'set', 'once', 2, { keyPolicy: 'FAIL_IF_EXISTS' });
  expect(await again).toEqual(failure('KEY_CONFLICT', 409));
  const previous = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' };
  expect(await storage(host, 'set', 'once', 3, previous)).toEqual({
    ok: { key: 'once', value: 1 },
  });
  const latest = { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' };
  expect(await storage(host, 'set', 'once', 4, latest)).toEqual({ ok: { key: 'once', value: 4 } });
});

test('a refused key or value reaches the app as ForgeKvsAPIError', async () => {
  expect(await storage(host, 'set', 'a/b', 1)).toEqual(failure('INVALID_KEY', 400));
  expect(await storage(host, 'get', '')).toEqual(failure('EMPTY_KEY', 400));
  const big = await storage(host, 'set', 'big', 'x'.repeat(241 * 1024));
  expect(big).toEqual(failure('MAX_SIZE', 400));
});

test('an option that the host does not know is refused, not dropped', async () => {
  const odd = await storage(host, 'set', 'odd', 1, { colour: 'red' });
  expect(odd).toEqual(failure('INVALID_REQUEST', 400));
  expect(odd.failure?.message).toContain('colour');
});

test('a query pages through the keys with a prefix', async () => {
  for (const key of ['p:1', 'p:2', 'p:3', 'q:1']) await storage(host, 'set', key, key);
  const first = (await storage(host, 'page', 'p:', 2)).ok as {
    results: { key: string }[];
    nextCursor: string;
  };
  expect(first.results.map((r) => r.key)).toEqual(['p:1', 'p:2']);
  const second = await storage(host, 'page', 'p:', 2, first.nextCursor);
  expect(second.ok).toEqual({ results: [expect.objectContaining({ key: 'p:3' })] });
});

test('secrets are apart from values', async () => {
  await storage(host, 'setSecret', 'token', { value: 'hush' });
  expect(await storage(host, 'get', 'token')).toEqual({});
  expect(await storage(host, 'getSecret', 'token')).toEqual({ ok: { value: 'hush' } });
  await storage(host, 'deleteSecret', 'token');
  expect(await storage(host, 'getSecret', 'token')).toEqual({});
});

test('entities are stored, checked, queried by index and filtered', async () => {
  const people = [
    { surname: 'Davis', team: 'red', age: 30, active: true },
    { surname: 'Khan', team: 'red', age: 41, active: false },
    { surname: 'Ito', team: 'red', age: 52, active: true },
    { surname: 'Berg', team: 'blue', age: 29, active: false },
  ];
  for (const person of people) await storage(host, 'setEmployee', person.surname, person);
  expect(await storage(host, 'employee', 'Khan')).toEqual({ ok: people[1] });

  type Page = { results: { value: { surname: string } }[]; nextCursor?: string };
  const names = (page: Page) => page.results.map((r) => r.value.surname);
  const first = (await storage(host, 'team', 'red', 25)).ok as Page;
  expect(names(first)).toEqual(['Ito', 'Khan']);
  const second = (await storage(host, 'team', 'red', 25, first.nextCursor)).ok as Page;
  expect(names(second)).toEqual(['Davis']);
  expect(names((await storage(host, 'activeByName')).ok as Page)).toEqual(['Davis']);

  expect(await storage(host, 'unknownIndex')).toEqual(failure('INVALID_ENTITY_INDEX', 400));
  const old = storage(host, 'setEmployee', 'x', { age: 2 ** 40 });
  expect(await old).toEqual(failure('INVALID_ENTITY_VALUE', 400));
});

test('batches do what they can and name what they could not', async () => {
  const set = await storage(host, 'batchSet', [
    { key: 'b1', value: 1 },
    { key: 'bad/key', value: 2 },
    { key: 'e1', value: { surname: 'Moss' }, entityName: 'employee' },
  ]);
  expect(set.ok).toEqual({
    successfulKeys: [{ key: 'b1' }, { key: 'e1', entityName: 'employee' }],
    failedKeys: [
      { key: 'bad/key', error: { code: 'INVALID_KEY', message: expect.any(String) as unknown } },
    ],
  });
  const got = await storage(host, 'batchGet', [
    { key: 'b1' },
    { key: 'none' },
    { key: 'e1', entityName: 'employee' },
  ]);
  expect(got.ok).toMatchObject({
    successfulKeys: [
      { key: 'b1', value: 1 },
      { key: 'e1', entityName: 'employee', value: { surname: 'Moss' } },
    ],
    failedKeys: [{ key: 'none', error: { code: 'KEY_NOT_FOUND' } }],
  });
  const deleted = await storage(host, 'batchDelete', [{ key: 'b1' }]);
  expect(deleted.ok).toEqual({ successfulKeys: [{ key: 'b1' }], failedKeys: [] });
});

test('a batch with too many keys or one key twice is refused whole', async () => {
  const items = Array.from({ length: 26 }, (_, i) => ({ key: `m${i}`, value: i }));
  expect(await storage(host, 'batchSet', items)).toEqual(failure('INVALID_BATCH', 400));
  const twice = [items[0], items[0]];
  expect(await storage(host, 'batchSet', twice)).toEqual(failure('INVALID_BATCH', 400));
  expect(await storage(host, 'get', 'm0')).toEqual({});
});

test('a transaction with conditions happens whole or fails with CONDITIONAL_CHECK_FAILED', async () => {
  expect(await storage(host, 'createOnce', 'boss', { surname: 'Lee', active: false })).toEqual({});
  const twice = storage(host, 'createOnce', 'boss', { surname: 'Lee' });
  expect(await twice).toEqual(failure('CONDITIONAL_CHECK_FAILED', 409));

  await storage(host, 'set', 'greeting', 'hi');
  await storage(host, 'setEmployee', 'kid', { age: 7 });
  const withoutBoss = storage(host, 'birthday', 'kid', 7);
  expect(await withoutBoss).toEqual(failure('CONDITIONAL_CHECK_FAILED', 409));
  expect(await storage(host, 'employee', 'kid')).toEqual({ ok: { age: 7 } });

  await storage(host, 'setEmployee', 'boss', { active: true });
  expect(await storage(host, 'birthday', 'kid', 7)).toEqual({});
  expect(await storage(host, 'employee', 'kid')).toEqual({ ok: { age: 8 } });
  expect(await storage(host, 'get', 'last-birthday')).toEqual({ ok: 'kid' });
  expect(await storage(host, 'get', 'greeting')).toEqual({});
});

test('parallel writers to one key with a condition let exactly one win', async () => {
  const race = Array.from({ length: 8 }, (_, i) =>
    storage(host, 'createOnce', 'throne', { surname: `heir-${i}` }),
  );
  const outcomes = await Promise.all(race);
  expect(outcomes.filter((outcome) => !outcome.failure)).toHaveLength(1);
});

test('usage counts items of a batch one by one and a transaction as one', async () => {
  host.resetUsage();
  await storage(host, 'batchGet', [{ key: 'a' }, { key: 'b' }]);
  await storage(host, 'createOnce', 'counted', { surname: 'x' });
  expect(host.usage().kvs).toEqual({ reads: 2, writes: 0, queries: 0, transactions: 1 });
});

test('a resolver answer is plain JSON', async () => {
  const answer = await call(host, 'request', { when: new Date(0) });
  expect(answer).toMatchObject({ payload: { when: '1970-01-01T00:00:00.000Z' } });
});
