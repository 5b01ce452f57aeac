/**
 * Guarantee: a screen reader is told every quarter of a backfill and every change of its status once, and nothing in
 * between; the share never passes 100 percent, although the total is an estimate.
 */
import fc from 'fast-check';
import { milestone, percentOf } from '../../static/src/backfill/milestone';

const at = (done: number, status: 'running' | 'waiting' | 'done' = 'running') => ({
  done,
  total: 200,
  status,
});

test.each([
  [49, 50, 25],
  [0, 99, 25],
  [99, 100, 50],
  [10, 160, 75],
])('from %i to %i of 200 is told as %i percent', (from, to, percent) => {
  expect(milestone(at(from), at(to))).toEqual({ kind: 'quarter', percent });
});

test.each([
  [0, 49],
  [50, 99],
  [150, 200],
  [50, 50],
])('from %i to %i of 200 is not worth a word', (from, to) => {
  expect(milestone(at(from), at(to))).toBeNull();
});

test('a new status is told instead of the progress', () => {
  expect(milestone(at(10), at(60, 'waiting'))).toEqual({ kind: 'status', status: 'waiting' });
  expect(milestone(at(150), at(200, 'done'))).toEqual({ kind: 'status', status: 'done' });
  expect(milestone(at(10), { ...at(0), status: 'none' })).toBeNull();
});

test('the share is between 0 and 100, whatever the estimate was', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (done, total) => {
      const percent = percentOf({ done, total });
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent).toBeLessThanOrEqual(100);
    }),
  );
});
