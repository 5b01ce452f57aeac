/**
 * Guarantee: however many hints a run queues, no minute gets more than its share, none is kept back longer than Forge
 * can, and either all are placed or none.
 */
import fc from 'fast-check';
import { HINTS_PER_MINUTE, slotsFor } from '../../src/domain/queue-pace';

const NOW = Date.parse('2026-11-24T10:00:20.000Z');
const MINUTE = Math.floor(NOW / 60_000);
const MOST = 16 * HINTS_PER_MINUTE;

test('what fits into this minute is queued at once, the rest in the minutes after it', () => {
  expect(slotsFor(new Map(), NOW, 100)).toEqual([{ minute: MINUTE, size: 100, delaySeconds: 0 }]);
  expect(slotsFor(new Map(), NOW, 2 * HINTS_PER_MINUTE + 1)).toEqual([
    { minute: MINUTE, size: HINTS_PER_MINUTE, delaySeconds: 0 },
    { minute: MINUTE + 1, size: HINTS_PER_MINUTE, delaySeconds: 40 },
    { minute: MINUTE + 2, size: 1, delaySeconds: 100 },
  ]);
});

test('more than the queue can hold back is not placed at all', () => {
  expect(slotsFor(new Map(), NOW, MOST)).toHaveLength(16);
  expect(slotsFor(new Map(), NOW, MOST + 1)).toBeNull();
});

test('pushes one after the other share the minutes', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 20 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 4e12 }), (pushes, now) => {
      const used = new Map<number, number>();
      for (const count of pushes) {
        const slots = slotsFor(used, now, count);
        if (slots === null) continue;
        expect(slots.reduce((sum, { size }) => sum + size, 0)).toBe(count);
        for (const { minute, size, delaySeconds } of slots) {
          used.set(minute, (used.get(minute) ?? 0) + size);
          expect(delaySeconds).toBeLessThanOrEqual(900);
          expect(Math.floor((now + delaySeconds * 1_000) / 60_000)).toBe(minute);
        }
      }
      expect(Math.max(0, ...used.values())).toBeLessThanOrEqual(HINTS_PER_MINUTE);
    }),
  );
});
