/**
 * Guarantee: when two items that were both there before are compared for the first time, nobody's text is emptied:
 * a side that has nothing in a field gets what the other has. Where both have something the policy decides, and the
 * value that lost is kept in the history.
 */
import fc from 'fast-check';
import { activeFields } from '../../src/domain/fields';
import { meetingBaseline } from '../../src/domain/plan-creation';
import { anyTwoWayRule } from './arbitrary-mapping';
import { anyWorld, baselineOf, inStep, planOf, reconciled, type World } from './world';
import { runs } from './property-runs';

/** Two items that are linked now, or whose field is switched on now. */
const anyMeeting: fc.Arbitrary<World> = fc
  .tuple(anyWorld(anyTwoWayRule), fc.boolean())
  .map(([world, linked]) => ({
    ...world,
    pair: {
      ...world.pair,
      baseline: linked ? meetingBaseline(world.mapping, world.item.type) : {},
    },
  }));

const fieldsOf = ({ mapping, item }: World) => activeFields(mapping, item.type);

test('a value is never replaced by nothing', () => {
  fc.assert(
    fc.property(anyMeeting, (world) => {
      for (const { change } of planOf(world).writes) {
        if (change.from !== null) expect(change.to).not.toBeNull();
      }
    }),
    runs,
  );
});

test('a side that has nothing gets what the other has, whatever the policy, unless it is refused', () => {
  fc.assert(
    fc.property(anyMeeting, (world) => {
      const now = baselineOf(world.issue, world.item);
      const after = reconciled(world);
      for (const field of fieldsOf(world)) {
        const oneIsEmpty = (now[field]?.jira?.shown == null) !== (now[field]?.align?.shown == null);
        if (oneIsEmpty && !(field in after.pair.refused)) expect(inStep(after, field)).toBe(true);
      }
    }),
    runs,
  );
});

test('of two items that are linked, every value that is replaced is kept as overruled', () => {
  fc.assert(
    fc.property(anyMeeting, (world) => {
      const planned = planOf(world);
      const overruled = planned.changes.filter(({ outcome }) => outcome === 'overruled');
      for (const { to } of overruled) expect(to).not.toBeNull();
      for (const { field, change } of planned.writes) {
        const linked = world.pair.baseline[field] !== undefined;
        const lost = overruled.filter((one) => one.field === field).map(({ to }) => to);
        expect(lost).toEqual(linked && change.from !== null ? [change.from] : []);
      }
    }),
    runs,
  );
});

test('what both sides have already is nobody’s change', () => {
  fc.assert(
    fc.property(anyMeeting, (world) => {
      const agreed = planOf(world).changes.filter(({ outcome }) => outcome === 'agreed');
      expect(agreed).toEqual([]);
    }),
    runs,
  );
});
