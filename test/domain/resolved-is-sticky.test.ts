/**
 * Guarantee: where a mapping says so, no change in Jira Align ever moves an issue that is done back to work. It is
 * told with its remedy, the rest of the pair is synced all the same, and it is over once the issue is reopened.
 */
import fc from 'fast-check';
import { ProjectMapping } from '../../src/contract/mapping';
import { ALIGN_TYPES } from '../../src/domain/align-type';
import { isReopening } from '../../src/domain/resolved-is-sticky';
import { mappingOf, STATUSES } from './arbitrary-mapping';
import { itemOf } from './arbitrary-sides';
import { anyWorld, planOf, reconciled, type World } from './world';
import { runs } from './property-runs';

const sticky = (world: World, on = true): World => ({
  ...world,
  mapping: { ...world.mapping, resolvedIsSticky: on },
});

const done = anyWorld().filter(({ issue }) => issue.status.category === 'done');
const stateWrite = (world: World) =>
  planOf(world).writes.find(({ field, to }) => field === 'state' && to === 'jira');

/** The states that stand for a finished item, and those that a status leads to. */
function isFinished({ mapping, item }: World, statusId: string): boolean {
  const { finished } = ALIGN_TYPES[item.type];
  const leadsTo = mapping.states[item.type]?.toAlign[statusId];
  return finished.includes(item.state ?? -1) || finished.includes(leadsTo ?? -1);
}

test('an issue that is done is only ever moved to a status that stands for finished work', () => {
  fc.assert(
    fc.property(done, (world) => {
      const write = stateWrite(sticky(world));
      if (write !== undefined) {
        expect(isFinished(world, (write.value as { id: string }).id)).toBe(true);
      }
    }),
    runs,
  );
});

test('what it keeps back is refused by the app itself, and nothing else is changed by it', () => {
  let kept = 0;
  fc.assert(
    fc.property(done, (world) => {
      const [free, bound] = [planOf(sticky(world, false)), planOf(sticky(world))];
      const rest = (all: typeof free.writes) => all.filter(({ field }) => field !== 'state');
      expect(rest(bound.writes)).toEqual(rest(free.writes));
      if (stateWrite(sticky(world, false)) === undefined || stateWrite(sticky(world))) return;
      kept += 1;
      expect(bound.refused.state).toMatchObject({ by: 'app', code: 'RESOLVED_IS_STICKY' });
      expect(bound.refused.state?.remedy).toMatch(/Reopen the issue in Jira/);
      expect(bound.baseline.state).toEqual(world.pair.baseline.state);
    }),
    { ...runs, numRuns: Math.max(runs.numRuns, 500) },
  );
  expect(kept).toBeGreaterThan(0);
});

test('an issue that is not done is synced as without it', () => {
  fc.assert(
    fc.property(
      anyWorld().filter(({ issue }) => issue.status.category !== 'done'),
      (world) => {
        expect(planOf(sticky(world))).toEqual(planOf(sticky(world, false)));
      },
    ),
    runs,
  );
});

describe('an issue that is done, whose story went back to work', () => {
  const [toDo, inProgress, , finished, rejected] = STATUSES;
  const mapping = {
    ...mappingOf('story', {
      states: {
        story: {
          toAlign: { '1': 1, '2': 2, '4': 5, '5': 5 },
          toJira: { '1': '1', '2': '2', '4': '5', '5': '4' },
        },
      },
    }),
    resolvedIsSticky: true,
  };

  test.each([
    ['In Progress', 2, '2', true],
    ['a state that leads to another status of finished work', 4, '5', false],
    ['Accepted', 5, '4', false],
  ])('is kept from %s: %s', (_name, state, to, expected) => {
    const from = to === '4' ? rejected : finished;
    expect(isReopening(mapping, 'story', { from: from as never, to, state })).toBe(expected);
  });

  test('takes the state again once somebody reopens it in Jira', () => {
    fc.assert(
      fc.property(anyWorld(), fc.constantFrom(toDo, inProgress), (world, reopened) => {
        const issue = { ...world.issue, status: finished as never };
        const item = { ...itemOf('story', world.item), type: 'story' as const, state: 5 };
        const start: World = { ...world, mapping, issue, item };
        const settled = reconciled(reconciled(start));
        const back = { ...settled, item: { ...settled.item, state: 2 } };
        const refused = reconciled(back);
        expect(refused.pair.refused.state?.code).toBe('RESOLVED_IS_STICKY');
        expect(refused.issue.status.id).toBe('4');
        const open = { ...refused, issue: { ...refused.issue, status: reopened as never } };
        const healed = reconciled(open);
        expect(healed.pair.refused.state).toBeUndefined();
        expect(healed.issue.status.category).not.toBe('done');
      }),
      runs,
    );
  });
});

test('a mapping that was saved before the option is one without it', () => {
  const { resolvedIsSticky: _sticky, resolution: _resolution, ...old } = mappingOf('story');
  expect(ProjectMapping.parse(old)).toMatchObject({ resolvedIsSticky: false, resolution: null });
});
