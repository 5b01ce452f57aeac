/**
 * Guarantee: parked work is grouped so that one remedy stands once, the largest group first, and no item is lost or
 * shown twice.
 */
import fc from 'fast-check';
import { groupByReason } from '../../static/src/parked/group-by-reason';
import type { ParkedRow } from '../../src/contract';

const row = (id: string, code: string, message = 'It failed.', remedy = 'Mend it.'): ParkedRow => ({
  id,
  issueId: null,
  issueKey: null,
  alignType: null,
  alignId: null,
  title: null,
  issueUrl: null,
  alignUrl: null,
  since: '2026-03-01T10:00:00.000Z',
  nextTryAt: null,
  attempts: 1,
  problem: { code, message, remedy },
});
const shape = (rows: ParkedRow[]) =>
  groupByReason(rows).map((group) => group.rows.map(({ id }) => id));

test('items with one code and one remedy stand together, the largest group first', () => {
  expect(shape([row('a', 'X'), row('b', 'Y'), row('c', 'Y')])).toEqual([['b', 'c'], ['a']]);
});

test('one code with two remedies makes two groups', () => {
  expect(shape([row('a', 'X'), row('b', 'X', 'It failed.', 'Ask somebody.')])).toEqual([
    ['a'],
    ['b'],
  ]);
});

test('a group says whether one message stands for all of its items', () => {
  const same = groupByReason([row('a', 'X'), row('b', 'X')]);
  const mixed = groupByReason([row('a', 'X'), row('b', 'X', 'Another field failed.')]);
  expect([same[0]?.isOneMessage, mixed[0]?.isOneMessage]).toEqual([true, false]);
});

test('every item stands in exactly one group, whatever is parked', () => {
  const rows = fc
    .array(
      fc.tuple(fc.constantFrom('X', 'Y'), fc.constantFrom('a', 'b'), fc.constantFrom('r', 's')),
    )
    .map((list) => list.map(([code, text, remedy], n) => row(String(n), code, text, remedy)));
  fc.assert(
    fc.property(rows, (parked) => {
      const grouped = groupByReason(parked).flatMap((group) => group.rows);
      expect(new Set(grouped)).toEqual(new Set(parked));
      expect(grouped).toHaveLength(parked.length);
    }),
  );
});
