/**
 * Guarantee: a field goes only the way its rule says. A one-way field is never written on the side it comes from,
 * and a field that is switched off is neither written, compared nor remembered.
 */
import fc from 'fast-check';
import type { FieldRule } from '../../src/contract/mapping';
import { activeFields } from '../../src/domain/fields';
import { ruleOf } from '../../src/domain/mapping';
import { FIELDS } from './arbitrary-mapping';
import { anyWorld, changed, confirmed, inStep, keyOf, planOf, reconciled } from './world';
import { runs } from './property-runs';

const policy = fc.constantFrom<FieldRule['policy']>('newest', 'jira', 'align');

test.each([
  ['to-align', 'jira', 'align'],
  ['to-jira', 'align', 'jira'],
] as const)('a field that goes %s is never written in %s', (direction, source, target) => {
  const rule = policy.map((one): FieldRule => ({ direction, policy: one }));
  fc.assert(
    fc.property(anyWorld(rule).map(confirmed), (world) => {
      const after = reconciled(world);
      for (const field of FIELDS) {
        expect(keyOf(after, field, source)).toBe(keyOf(world, field, source));
      }
      for (const { to } of planOf(world).writes) expect(to).toBe(target);
    }),
    runs,
  );
});

test.each([
  ['to-align', 'jira', 'align'],
  ['to-jira', 'align', 'jira'],
] as const)(
  'a field that goes %s follows every change in %s, whatever the policy, and ignores the other side',
  (direction, source, target) => {
    const rule = policy.map((one): FieldRule => ({ direction, policy: one }));
    fc.assert(
      fc.property(anyWorld(rule).map(confirmed), (world) => {
        const after = reconciled(world);
        for (const field of activeFields(world.mapping, world.item.type)) {
          if (!changed(world, field, source)) {
            expect(keyOf(after, field, target)).toBe(keyOf(world, field, target));
          } else if (!(field in after.pair.refused)) {
            expect(inStep(after, field)).toBe(true);
          }
        }
      }),
      runs,
    );
  },
);

test('a field that is off is left alone and forgotten', () => {
  const rule = policy.map((one): FieldRule => ({ direction: 'off', policy: one }));
  fc.assert(
    fc.property(anyWorld(rule), (world) => {
      expect(planOf(world)).toEqual({
        writes: [],
        changes: [],
        baseline: {},
        refused: {},
        decisions: {},
      });
    }),
    runs,
  );
});

test('a rule of one field does not reach into another', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      for (const { field, to } of planOf(world).writes) {
        const { direction } = ruleOf(world.mapping, world.item.type, field);
        expect(['both', `to-${to}`]).toContain(direction);
      }
    }),
    runs,
  );
});
