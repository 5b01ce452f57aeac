/** Guarantee: a date is its day as it is written, whatever time or zone follows, and what is no date is none. */
import { dayIn, daysBetween } from '../../src/domain/day';

test.each([
  ['2026-12-01', '2026-12-01'],
  ['2026-12-01T00:00:00Z', '2026-12-01'],
  ['2026-12-01T00:00:00', '2026-12-01'],
  ['2026-12-01T00:00:00+02:00', '2026-12-01'],
  ['2026-12-01T23:59:59.999Z', '2026-12-01'],
  ['2026-12-01 08:00', '2026-12-01'],
  ['2026-13-01', null],
  ['2026-12-011', null],
  ['soon', null],
  ['', null],
  [null, null],
  [1764547200000, null],
])('%j is the day %j', (value, day) => expect(dayIn(value)).toBe(day));

test('days are counted whichever comes first, across the ends of months and years', () => {
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  expect(daysBetween('2027-01-02', '2026-12-30')).toBe(3);
});
