/**
 * Guarantee: a plan depends on what it is given and on nothing else, changes nothing of it, and favours no side: seen
 * in a mirror, the same edits give the mirrored plan.
 */
import fc from 'fast-check';
import type { Side } from '../../src/contract/common';
import type { FieldDirection } from '../../src/contract/mapping';
import { codecOf } from '../../src/domain/fields';
import { mergeField, type FieldState, type Merge } from '../../src/domain/merge-field';
import type { FieldBaseline } from '../../src/domain/pair';
import { stamp } from '../../src/domain/stamp';
import { NO_PEOPLE } from '../../src/domain/people-match';
import { anyRule, mappingOf } from './arbitrary-mapping';
import { after } from './arbitrary-sides';
import { anyWorld, planOf, reconciled, type World } from './world';
import { runs } from './property-runs';

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

const copyOf = (world: World): World => structuredClone(world);

test('the same input gives the same plan', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      expect(planOf(copyOf(world))).toEqual(planOf(world));
      expect(reconciled(copyOf(world))).toEqual(reconciled(world));
    }),
    runs,
  );
});

test('nothing of the input is changed', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const before = copyOf(world);
      planOf(frozen(copyOf(world)));
      planOf(world);
      expect(world).toEqual(before);
    }),
    runs,
  );
});

test('a plan can be stored: it is the same after a way through JSON', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const { baseline, refused } = planOf(world);
      expect(JSON.parse(JSON.stringify({ baseline, refused }))).toEqual({ baseline, refused });
    }),
    runs,
  );
});

const anyTitleState = fc
  .record({
    rule: anyRule,
    jira: fc.constantFrom('a', 'b', 'c'),
    align: fc.constantFrom('a', 'b', 'c'),
    base: fc.option(
      fc.record({
        jira: fc.constantFrom(null, 'a', 'b', 'c'),
        align: fc.constantFrom(null, 'a', 'b', 'c'),
      }),
    ),
    times: fc.tuple(fc.nat(9), fc.nat(9)).filter(([one, other]) => one !== other),
  })
  .map(({ rule, jira, align, base, times }): FieldState => {
    const textStamp = (text: string | null) => (text === null ? null : stamp(text, text));
    return {
      codec: codecOf('title', mappingOf('story')),
      rule,
      base: base && { jira: textStamp(base.jira), align: textStamp(base.align) },
      jira,
      align,
      jiraStamp: stamp(jira, jira),
      alignStamp: stamp(align, align),
      jiraAt: after(times[0]),
      alignAt: after(times[1]),
      context: {
        mapping: mappingOf('story'),
        alignType: 'story',
        references: {
          people: NO_PEOPLE,
          choices: {},
          alignParentId: null,
          issueParentId: null,
        },
      },
    };
  });

const MIRRORED: Readonly<Record<FieldDirection, FieldDirection>> = {
  both: 'both',
  off: 'off',
  'to-align': 'to-jira',
  'to-jira': 'to-align',
};
const otherSide = (side: Side): Side => (side === 'jira' ? 'align' : 'jira');
const mirroredBase = ({ jira, align }: FieldBaseline) => ({ jira: align, align: jira });

function mirroredState(state: FieldState): FieldState {
  const { direction, policy } = state.rule;
  return {
    ...state,
    rule: {
      direction: MIRRORED[direction],
      policy: policy === 'newest' || policy === 'ask' ? policy : otherSide(policy),
    },
    base: state.base && mirroredBase(state.base),
    jira: state.align,
    align: state.jira,
    jiraStamp: state.alignStamp,
    alignStamp: state.jiraStamp,
    jiraAt: state.alignAt ?? '',
    alignAt: state.jiraAt,
  };
}

function mirroredMerge(merge: Merge): Merge {
  switch (merge.kind) {
    case 'conflict':
      return merge;
    case 'unchanged':
      return { ...merge, base: mirroredBase(merge.base) };
    case 'agreed':
      return {
        ...merge,
        base: mirroredBase(merge.base),
        origins: merge.origins.map(otherSide).reverse(),
      };
    case 'write': {
      const { overruled } = merge;
      return {
        ...merge,
        to: otherSide(merge.to),
        base: mirroredBase(merge.base),
        overruled: overruled && { ...overruled, origin: otherSide(overruled.origin) },
      };
    }
    case 'refused':
      return { ...merge, origin: otherSide(merge.origin) };
  }
}

test('a text that both sides can hold is merged alike whichever side it is on', () => {
  fc.assert(
    fc.property(anyTitleState, (state) => {
      expect(mergeField(mirroredState(state))).toEqual(mirroredMerge(mergeField(state)));
    }),
    { numRuns: 1000 },
  );
});
