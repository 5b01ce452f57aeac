/**
 * Guarantee: after one reconcile there is nothing left to do. Whatever the two sides, the mapping and the baseline
 * were, a second reconcile makes no write and reports nothing. Echo suppression, repeated and reordered events and
 * recovery from a crash all rest on it.
 */
import fc from 'fast-check';
import type { FieldWrite } from '../../src/domain/plan';
import { FIELDS } from './arbitrary-mapping';
import {
  anyWorld,
  baselineOf,
  carryOut,
  keyOf,
  planOf,
  reconciled,
  touched,
  type Refuses,
  type World,
} from './world';
import { runs } from './property-runs';

const anyRefuses: fc.Arbitrary<Refuses> = fc
  .subarray(FIELDS.flatMap((field) => [`${field} to jira`, `${field} to align`]))
  .map((refused) => (field, to) => refused.includes(`${field} to ${to}`));

function expectNothingLeft(world: World): void {
  const planned = planOf(world);
  expect(planned.writes).toEqual([]);
  expect(planned.changes).toEqual([]);
  expect(planned.refused).toEqual(world.pair.refused);
}

test('a pair in which nothing changed gets no write, no change and the baseline it had', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const settled = baselineOf(world.issue, world.item);
      const planned = planOf({ ...world, pair: { ...world.pair, baseline: settled } });
      expect(planned.writes).toEqual([]);
      expect(planned.changes).toEqual([]);
      expect(planned.refused).toEqual({});
      expect(settled).toMatchObject(planned.baseline);
    }),
    runs,
  );
});

test('a second reconcile writes nothing and reports nothing', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => expectNothingLeft(reconciled(world))),
    runs,
  );
});

test('nor does it when either side has refused some of the writes', () => {
  fc.assert(
    fc.property(anyWorld(), anyRefuses, (world, refuses) => {
      expectNothingLeft(reconciled(world, refuses));
    }),
    runs,
  );
});

test('nor does any later one, whatever else is changed on the two items', () => {
  fc.assert(
    fc.property(anyWorld(), anyRefuses, (world, refuses) => {
      const once = touched(reconciled(world, refuses));
      expectNothingLeft(once);
      const twice = touched(reconciled(once));
      expectNothingLeft(twice);
    }),
    runs,
  );
});

test('a reconcile that dies between any two of its requests is finished by the next one', () => {
  const requests: ((write: FieldWrite) => boolean)[] = [
    ({ to }) => to === 'align',
    ({ to, field }) => to === 'jira' && field !== 'state',
    ({ to, field }) => to === 'jira' && field === 'state',
  ];
  fc.assert(
    fc.property(anyWorld(), fc.nat(3), (world, sent) => {
      const planned = planOf(world);
      const writes = planned.writes.filter((write) =>
        requests.slice(0, sent).some((request) => request(write)),
      );
      const { issue, item, clock } = carryOut(world, { ...planned, writes });
      const finished = reconciled({ ...world, issue, item, clock });
      const whole = carryOut(world, planned);
      // That a field was refused is forgotten with the run, so a conflict about it may be decided anew.
      for (const field of FIELDS.filter((name) => !(name in whole.pair.refused))) {
        expect(keyOf(finished, field, 'jira')).toBe(keyOf(whole, field, 'jira'));
        expect(keyOf(finished, field, 'align')).toBe(keyOf(whole, field, 'align'));
      }
      expectNothingLeft(finished);
    }),
    runs,
  );
});
