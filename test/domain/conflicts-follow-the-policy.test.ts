/**
 * Guarantee: when both sides changed the same field, the field's policy decides, both sides then have the winner's
 * value, and the loser's value is kept in the history as `overruled`.
 */
import fc from 'fast-check';
import type { FieldName, Side } from '../../src/contract/common';
import type { ShownValue } from '../../src/contract/history';
import type { ConflictPolicy } from '../../src/contract/mapping';
import { winnerOf } from '../../src/domain/conflict';
import { activeFields, codecOf } from '../../src/domain/fields';
import { ruleOf } from '../../src/domain/mapping';
import { anyTwoWayRule } from './arbitrary-mapping';
import { after as at } from './arbitrary-sides';
import {
  asShown,
  anyWorld,
  baselineOf,
  carryOut,
  changed,
  confirmed,
  inStep,
  keyOf,
  planOf,
  touched,
  reconciled,
  type World,
} from './world';
import { runs } from './property-runs';

const otherSide = { jira: 'align', align: 'jira' } as const;
const worlds = anyWorld(anyTwoWayRule).map(confirmed);

function conflicts(world: World): FieldName[] {
  return activeFields(world.mapping, world.item.type).filter(
    (field) => changed(world, field, 'jira') && changed(world, field, 'align'),
  );
}

/** The side that the mapping's policy names, told from the times in the two items alone. */
function expectedWinner(world: World, field: FieldName): Side {
  const now = baselineOf(world.issue, world.item)[field];
  const base = world.pair.baseline[field];
  // At the first meeting a side that has nothing has nothing to say, see first-meeting.test.ts.
  if (!base?.jira && !base?.align) {
    if (!now?.jira?.shown && now?.align?.shown) return 'align';
    if (now?.jira?.shown && !now?.align?.shown) return 'jira';
  }
  const { policy } = ruleOf(world.mapping, world.item.type, field);
  // A person is asked: see a-person-decides.test.ts.
  if (policy === 'ask') throw new Error('No side wins by itself.');
  if (policy !== 'newest') return policy;
  const ids = codecOf(field, world.mapping).jira.changeIds(world.mapping);
  const edit = world.issue.changes.find(({ fieldId }) => ids.includes(fieldId));
  const jiraAt = edit?.at ?? world.issue.updated;
  return world.item.updated !== null && world.item.updated > jiraAt ? 'align' : 'jira';
}

test('the winner of the policy keeps its value and the other side gets it, unless it is refused', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const after = reconciled(world);
      for (const field of conflicts(world)) {
        const winner = expectedWinner(world, field);
        expect(keyOf(after, field, winner)).toBe(keyOf(world, field, winner));
        const loser = otherSide[winner];
        if (inStep(world, field) || field in after.pair.refused) {
          expect(keyOf(after, field, loser)).toBe(keyOf(world, field, loser));
        } else {
          expect(inStep(after, field)).toBe(true);
        }
      }
    }),
    runs,
  );
});

test("the loser's old and new value are kept as overruled, in the loser's name", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const planned = planOf(world);
      const now = baselineOf(world.issue, world.item);
      const written = planned.writes.map(({ field }) => field);
      for (const field of conflicts(world).filter((name) => written.includes(name))) {
        const loser = otherSide[expectedWinner(world, field)];
        const overruled = planned.changes.filter(
          (change) => change.field === field && change.outcome === 'overruled',
        );
        const base = world.pair.baseline[field];
        const shown = (value: ShownValue | null) => asShown(world, field, loser, value);
        const from = shown(base?.[loser]?.shown ?? null);
        const to = shown(now[field]?.[loser]?.shown ?? null);
        // A field that is compared for the first time had no agreement that could have been overruled.
        expect(overruled.map((change) => [change.origin, change.from, change.to])).toEqual(
          base === undefined || (from === null && to === null) ? [] : [[loser, from, to]],
        );
      }
    }),
    runs,
  );
});

test('nothing is called overruled that only one side changed', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const contested = conflicts(world);
      for (const { field, outcome } of planOf(world).changes) {
        if (outcome === 'overruled') expect(contested).toContain(field);
      }
    }),
    runs,
  );
});

test('a conflict whose winner is refused is not decided the other way when an item changes elsewhere', () => {
  fc.assert(
    fc.property(worlds, fc.boolean(), (world, sidesRefuse) => {
      const once = carryOut(world, planOf(world), () => sidesRefuse);
      const later = reconciled(touched(touched(once)), () => sidesRefuse);
      for (const field of conflicts(world).filter((name) => name in once.pair.refused)) {
        expect(keyOf(later, field, 'jira')).toBe(keyOf(world, field, 'jira'));
        expect(keyOf(later, field, 'align')).toBe(keyOf(world, field, 'align'));
        expect(later.pair.refused[field]).toEqual(once.pair.refused[field]);
      }
    }),
    runs,
  );
});

test('the newest policy takes the later time, and Jira where the times are equal or Align has none', () => {
  expect(winnerOf('newest', at(1), at(2))).toBe('align');
  expect(winnerOf('newest', at(2), at(1))).toBe('jira');
  expect(winnerOf('newest', at(1), at(1))).toBe('jira');
  expect(winnerOf('newest', at(1), null)).toBe('jira');
  // The same moment in two notations.
  expect(winnerOf('newest', '2026-11-01T10:00:00.000+0200', '2026-11-01T08:00:00Z')).toBe('jira');
  expect(winnerOf('newest', '2026-11-01T10:00:00.000+0200', '2026-11-01T08:00:01Z')).toBe('align');
});

test('a policy that names a side does not look at the times', () => {
  const time = fc.constantFrom(at(0), at(1), at(2));
  const policy = fc.constantFrom<Exclude<ConflictPolicy, 'newest' | 'ask'>>('jira', 'align');
  fc.assert(
    fc.property(policy, time, fc.option(time), (side, jiraAt, alignAt) => {
      expect(winnerOf(side, jiraAt, alignAt)).toBe(side);
    }),
  );
});
