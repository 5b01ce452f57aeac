/**
 * Guarantee: the people table never says two things of one person, keeps within what Forge stores, and loses no row;
 * and of several people whom a search finds, none is chosen.
 */
import fc from 'fast-check';
import { theOnlyOne } from '../../src/domain/people-match';
import {
  NO_ROWS,
  rowOfAccount,
  rowOfUser,
  withoutRow,
  withRow,
  type PeopleTable,
} from '../../src/domain/people-table';
import { runs } from './property-runs';

const row = (account: string, uid: string, name = account) => ({
  accountId: account,
  accountName: name,
  uid,
  userName: `User ${uid}`,
});
const anyEdit = fc.record({
  add: fc.boolean(),
  account: fc.constantFrom('a', 'b', 'c', '__proto__'),
  uid: fc.constantFrom('1', '2', '3', 'constructor'),
});

test('whatever is added and removed, each account and each user stands in one row at most', () => {
  fc.assert(
    fc.property(fc.array(anyEdit), (edits) => {
      let table: PeopleTable = NO_ROWS;
      for (const { add, account, uid } of edits) {
        const before = table;
        try {
          table = add ? withRow(table, row(account, uid)) : withoutRow(table, account);
        } catch (error) {
          expect(error).toMatchObject({ code: 'PERSON_TWICE' });
          expect(rowOfAccount(table, account) ?? rowOfUser(table, uid)).toBeDefined();
        }
        expect(table.version).toBe(before.version + (table === before ? 0 : 1));
        expect(new Set(table.rows.map(({ accountId }) => accountId)).size).toBe(table.rows.length);
        expect(new Set(table.rows.map((one) => one.uid)).size).toBe(table.rows.length);
      }
    }),
    runs,
  );
});

test('a row is found from either side', () => {
  const table = withRow(withRow(NO_ROWS, row('a', '1')), row('b', '2'));
  expect(rowOfAccount(table, 'b')?.uid).toBe('2');
  expect(rowOfUser(table, '1')?.accountId).toBe('a');
  expect(rowOfUser(table, '3')).toBeUndefined();
});

test('a thousand rows fit, and one more is refused with what can be done', () => {
  let table: PeopleTable = NO_ROWS;
  for (let n = 0; n < 1_000; n += 1) table = withRow(table, row(`account-${n}`, String(n)));
  expect(() => withRow(table, row('one-more', '1000'))).toThrow(
    expect.objectContaining({ code: 'PEOPLE_FULL', remedy: expect.stringContaining('Remove') }),
  );
});

test('fewer are taken when their names would not fit into one stored value', () => {
  const long = 'Ä'.repeat(2_000);
  let table: PeopleTable = NO_ROWS;
  expect(() => {
    for (let n = 0; n < 100; n += 1) table = withRow(table, row(`account-${n}`, String(n), long));
  }).toThrow(expect.objectContaining({ code: 'PEOPLE_FULL' }));
  expect(Buffer.byteLength(JSON.stringify(table))).toBeLessThan(240 * 1024);
  expect(table.rows.length).toBeGreaterThan(50);
});

test('of those found the only active one is meant; of several, nobody', () => {
  const on = { active: true };
  const off = { active: false };
  expect(theOnlyOne([on])).toEqual({ one: on });
  expect(theOnlyOne([off, on])).toEqual({ one: on });
  expect(theOnlyOne([on, { active: true }])).toEqual({ unmatched: 'several' });
  expect(theOnlyOne([off])).toEqual({ unmatched: 'inactive' });
  expect(theOnlyOne([])).toEqual({ unmatched: 'not-found' });
});
