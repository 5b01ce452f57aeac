/**
 * Guarantee: in the history every row can be reached with the keyboard, no key leads out of the list, and keys that
 * move nothing are left to the browser.
 */
import fc from 'fast-check';
import { stepOf } from '../../static/src/history/grid-keys';

const MOVING = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] as const;

test.each([
  ['ArrowDown', 5],
  ['ArrowUp', 3],
  ['PageDown', 7],
  ['PageUp', 1],
  ['Home', 0],
  ['End', 9],
])('%s leads from row 4 of 10 to row %i', (key, row) => {
  expect(stepOf(key, 4, 10, 3)).toBe(row);
});

test.each(['Tab', 'Enter', ' ', 'Escape', 'a', 'ArrowLeft'])('%j moves nothing', (key) => {
  expect(stepOf(key, 4, 10, 3)).toBeNull();
});

test('no key leads out of a list, however small it or its window is', () => {
  const list = fc
    .integer({ min: 1, max: 10_000 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.integer({ min: 0, max: rows - 1 })));
  fc.assert(
    fc.property(
      list,
      fc.constantFrom(...MOVING),
      fc.integer({ min: -1, max: 40 }),
      (at, key, page) => {
        const [rows, row] = at;
        const next = stepOf(key, row, rows, page);
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(rows);
      },
    ),
  );
});

test('Page Down alone reaches the end, even in a window lower than a row', () => {
  let row = 0;
  for (let turn = 0; turn < 20; turn += 1) row = stepOf('PageDown', row, 10, 0) ?? row;
  expect(row).toBe(9);
});
