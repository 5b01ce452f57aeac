/**
 * Guarantee: under the policy `ask` nothing that both sides have changed is ever written over without a person's
 * choice; a choice brings the field in step with the side that was chosen, keeps the other value in the history, and
 * decides nothing about any other value.
 */
import fc from 'fast-check';
import type { FieldName, Side } from '../../src/contract/common';
import { CONFLICT } from '../../src/domain/decision';
import { activeFields } from '../../src/domain/fields';
import { comparedValues } from '../../src/domain/refusal';
import { ruled } from './arbitrary-mapping';
import { runs } from './property-runs';
import { anyWorld, changed, carryOut, confirmed, inStep, keyOf, planOf, type World } from './world';

const ASK = { direction: 'both', policy: 'ask' } as const;
const worlds = anyWorld().map((world) => ({
  ...confirmed(world),
  mapping: ruled(world.mapping, () => ASK),
}));
const BY = { side: 'jira', id: 'account-mia', name: 'Mia' } as const;
const sides = ['jira', 'align'] as const;

/** Fields that wait for a person, after one reconcile. */
function asked(world: World): { after: World; fields: FieldName[] } {
  const after = carryOut(world, planOf(world));
  const fields = (Object.keys(after.pair.refused) as FieldName[]).filter(
    (field) => after.pair.refused[field]?.code === CONFLICT,
  );
  return { after, fields };
}

/** The same world after a person has chosen a side for all of these fields. */
function decided(world: World, fields: readonly FieldName[], side: Side): World {
  const decisions = Object.fromEntries(
    fields.map((field) => {
      const values = comparedValues(world.pair.refused[field] ?? { key: '' });
      if (values === null) throw new Error(`Nobody is asked about ${field}.`);
      return [field, { side, ...values, by: BY, at: '2026-11-01T09:00:00.000Z' }];
    }),
  );
  return { ...world, pair: { ...world.pair, decisions } };
}

test('nothing that both sides have changed is written over without a choice', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { after } = asked(world);
      for (const field of activeFields(world.mapping, world.item.type)) {
        const both = sides.every((side) => changed(world, field, side));
        const metEmpty = world.pair.baseline[field] == null || !hasAgreed(world, field);
        if (!both || metEmpty || inStep(world, field)) continue;
        for (const side of sides) expect(keyOf(after, field, side)).toBe(keyOf(world, field, side));
        // Only Jira's changelog can make one of the two values nobody's: none in it is the app's.
        expect(after.pair.refused[field]?.code).toBe(CONFLICT);
      }
    }),
    runs,
  );
});

function hasAgreed({ pair }: World, field: FieldName): boolean {
  const base = pair.baseline[field];
  return base !== undefined && (base.jira !== null || base.align !== null);
}

test.each(sides)(
  'a choice for %s brings the field in step, unless the value cannot go there',
  (side) => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { after, fields } = asked(world);
        const chosen = decided(after, fields, side);
        const planned = planOf(chosen);
        const then = carryOut(chosen, planned);
        for (const field of fields) {
          expect(keyOf(then, field, side)).toBe(keyOf(after, field, side));
          const refusal = then.pair.refused[field];
          expect(refusal?.code).not.toBe(CONFLICT);
          if (refusal === undefined) expect(inStep(then, field)).toBe(true);
          const told = planned.changes.filter((change) => change.field === field);
          expect(told.every(({ decidedBy }) => decidedBy?.id === BY.id)).toBe(true);
          if (refusal === undefined && hasAgreed(after, field)) {
            const loser = side === 'jira' ? 'align' : 'jira';
            const lost = told.filter(({ outcome }) => outcome === 'overruled');
            expect(lost.every(({ origin }) => origin === loser)).toBe(true);
          }
        }
      }),
      runs,
    );
  },
);

test('a choice between two values decides nothing about a third', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...sides), (world, side) => {
      const { after, fields } = asked(world);
      fc.pre(fields.includes('title'));
      const chosen = decided(after, fields, side);
      const edited = { ...chosen, issue: { ...chosen.issue, summary: 'A third title' } };
      fc.pre(!inStep(edited, 'title'));
      const planned = planOf(edited);
      expect(planned.writes.filter(({ field }) => field === 'title')).toEqual([]);
      expect(planned.refused.title?.code).toBe(CONFLICT);
      expect(planned.decisions.title).toBeUndefined();
    }),
    runs,
  );
});

test('what waits for a person is told once', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { after, fields } = asked(world);
      const again = planOf(after).changes.filter(({ field }) => fields.includes(field));
      expect(again).toEqual([]);
    }),
    runs,
  );
});
