/**
 * Guarantee: what the history tells late, it tells in the order in which it happened. A field that went there and back
 * stands last with its last value; an edit that lost stays in one entry with the value that it lost to.
 */
import fc from 'fast-check';
import type { FieldChange } from '../../src/contract/history';
import { toldInOrder } from '../../src/domain/told-in-order';
import { runs } from './property-runs';

const anyChange: fc.Arbitrary<FieldChange> = fc.record({
  field: fc.constantFrom('title', 'state', 'points'),
  origin: fc.constantFrom('jira', 'align'),
  outcome: fc.constantFrom('applied', 'overruled', 'agreed'),
}) as fc.Arbitrary<object> as fc.Arbitrary<FieldChange>;

const change = (outcome: FieldChange['outcome'], origin: FieldChange['origin']) =>
  ({ field: 'title', outcome, origin }) as FieldChange;

test('nothing is lost, added or moved, and no part carries a field twice', () => {
  fc.assert(
    fc.property(fc.array(anyChange), (changes) => {
      const parts = toldInOrder(changes);
      expect(parts.flat()).toEqual(changes);
      for (const part of parts) {
        const carried = part.filter(({ outcome }) => outcome === 'applied');
        expect(new Set(carried.map(({ field }) => field)).size).toBe(carried.length);
      }
    }),
    runs,
  );
});

test('an edit that lost is told with the value that it lost to', () => {
  const there = change('applied', 'align');
  const back = [change('overruled', 'align'), change('applied', 'jira')];
  expect(toldInOrder([there, ...back])).toEqual([[there], back]);
});
