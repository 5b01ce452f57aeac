/**
 * Guarantee: a new twin gets every field that can go across in its first plan; what cannot stays pending with its
 * reason and goes across by itself as soon as it can; nothing is written back into the item that is copied.
 */
import fc from 'fast-check';
import { activeFields, codecOf } from '../../src/domain/fields';
import { ruleOf } from '../../src/domain/mapping';
import {
  blankIssue,
  blankItem,
  createdBaseline,
  planCreation,
} from '../../src/domain/plan-creation';
import type { FieldName } from '../../src/contract/common';
import type { AlignItem } from '../../src/domain/align-item';
import type { JiraIssue } from '../../src/domain/issue';
import type { Plan } from '../../src/domain/plan';
import { anyAlignType, anyMapping, mappingOf, POINTS_FIELD } from './arbitrary-mapping';
import {
  after,
  anyAlignValues,
  anyJiraValues,
  issueOf,
  itemOf,
  PEOPLE,
  UIDS,
} from './arbitrary-sides';

import { anyDirectory, COMPLETE_DIRECTORY, referencesOf } from './directory';
import {
  baselineOf,
  carryOut,
  contextOf,
  EDITOR,
  inStep,
  OWN_ACCOUNT,
  OWN_UID,
  planOf,
  reconciled,
  type World,
} from './world';
import { runs } from './property-runs';

const SIDES = ['align', 'jira'] as const;
const isOfOwner = ({ field }: { field: FieldName }) => field === 'owner';
type NewSide = (typeof SIDES)[number];
const sourceOf = { align: 'jira', jira: 'align' } as const;

/** A world in which one side is still blank. */
function anyHalfWorld(side: NewSide): fc.Arbitrary<World> {
  return anyAlignType.chain((type) =>
    fc
      .record({
        mapping: anyMapping(type),
        directory: anyDirectory,
        jira: anyJiraValues,
        align: anyAlignValues(type),
      })
      .map(({ mapping, directory, jira, align }) => ({
        mapping,
        directory,
        issue: side === 'align' ? issueOf(jira) : blankIssue('10000', '20001'),
        item: side === 'align' ? blankItem(type, 9) : itemOf(type, align),
        pair: { baseline: {}, refused: {}, jiraUpdated: null },
        clock: 0,
      })),
  );
}

function creationOf(side: NewSide, { mapping, directory, issue, item }: World): Plan {
  return planCreation(side, issue, item, {
    mapping,
    references: referencesOf(directory, issue, item),
    hintActor: EDITOR,
    own: { alignUid: OWN_UID, jiraAccountId: OWN_ACCOUNT },
  });
}

/** What the other application gives a new item of its own accord. */
interface Defaults {
  issue?: Partial<JiraIssue>;
  item?: Partial<AlignItem>;
}

/** The pair after the new item was made with some of the writes. */
function created(side: NewSide, world: World, given: Defaults = {}, taken?: FieldName[]): World {
  const planned = creationOf(side, world);
  const written = planned.writes.filter(({ field }) => taken?.includes(field) ?? true);
  const issue = { ...world.issue, ...given.issue };
  const item = { ...world.item, ...given.item };
  const made = carryOut({ ...world, issue, item }, { ...planned, writes: written });
  const baseline = createdBaseline(world.mapping, side, made, planned, written);
  return { ...made, pair: { ...made.pair, baseline } };
}

/** The fields that the mapping sends to the new side. */
function copied(side: NewSide, { mapping, item }: World) {
  return activeFields(mapping, item.type).filter((field) =>
    ['both', `to-${side}`].includes(ruleOf(mapping, item.type, field).direction),
  );
}

describe.each(SIDES)('a new item in %s', (side) => {
  const source = sourceOf[side];

  test('is written with every field that can go across, and with no other', () => {
    fc.assert(
      fc.property(anyHalfWorld(side), (world) => {
        const writes = new Map(creationOf(side, world).writes.map((w) => [w.field, w.value]));
        const context = contextOf(world);
        for (const field of activeFields(world.mapping, world.item.type)) {
          const codec = codecOf(field, world.mapping);
          const jira = codec.jira.read(world.issue, world.mapping);
          const align = codec.align.read(world.item);
          const conversion =
            side === 'align'
              ? codec.toAlign(jira, align, context)
              : codec.toJira(align, jira, context);
          const wanted =
            copied(side, world).includes(field) &&
            !codec.equal(jira, align, context) &&
            conversion.ok;
          const isBlank =
            conversion.ok &&
            JSON.stringify(conversion.value) === JSON.stringify(side === 'align' ? align : jira);
          expect(writes.has(field)).toBe(wanted && !isBlank);
          if (writes.has(field) && conversion.ok) {
            expect(writes.get(field)).toEqual(conversion.value);
          }
        }
      }),
      runs,
    );
  });

  test('takes nothing back into the item it is made from', () => {
    fc.assert(
      fc.property(anyHalfWorld(side), (world) => {
        for (const { to, change } of creationOf(side, world).writes) {
          expect(to).toBe(side);
          expect(change.origin).toBe(source);
        }
      }),
      runs,
    );
  });

  test('is in step afterwards: the next plan writes nothing and reports nothing', () => {
    fc.assert(
      fc.property(anyHalfWorld(side), (world) => {
        const made = created(side, world);
        const next = planOf(made);
        expect(next.writes).toEqual([]);
        expect(next.changes).toEqual([]);
        for (const field of copied(side, world)) {
          expect(inStep(made, field) || field in made.pair.refused).toBe(true);
        }
      }),
      runs,
    );
  });

  test('gets what could not go across as soon as it can, and only that', () => {
    fc.assert(
      fc.property(anyHalfWorld(side), (world) => {
        const made = created(side, world);
        const pending = Object.keys(made.pair.refused);
        const everybodyKnown = { ...made, directory: COMPLETE_DIRECTORY };
        for (const { field, to } of planOf(everybodyKnown).writes) {
          expect(pending).toContain(field);
          expect(to).toBe(side);
        }
        const after = reconciled(everybodyKnown);
        for (const field of ['owner', 'parent'] as const) {
          if (pending.includes(field)) expect(inStep(after, field)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('gets what the side refused to be created with, when it is tried again', () => {
    fc.assert(
      fc.property(anyHalfWorld(side), (world) => {
        const bare = created(side, world, {}, []);
        const values = (plan: Plan) => plan.writes.map(({ field, value }) => [field, value]);
        expect(values(planOf(bare))).toEqual(values(creationOf(side, world)));
      }),
      runs,
    );
  });

  test('writes no value that its application gave it over one that could not go across', () => {
    fc.assert(
      fc.property(anyHalfWorld(side), fc.nat(UIDS.length - 1), fc.nat(99), (world, who, at) => {
        const updated = after(at);
        const defaults =
          side === 'align'
            ? { item: { ownerUid: UIDS[who] ?? null, updated } }
            : { issue: { assignee: PEOPLE[who] ?? null, updated } };
        const planned = creationOf(side, world);
        const ownerLeftOut = created(side, world, defaults, []);
        const pending = 'owner' in planned.refused || planned.writes.some(isOfOwner);
        for (const { to } of planOf(ownerLeftOut).writes.filter(isOfOwner)) {
          if (pending) expect(to).toBe(side);
        }
      }),
      runs,
    );
  });

  test('calls nothing agreed or overruled: nobody had anything to say about a blank item', () => {
    fc.assert(
      fc.property(anyHalfWorld(side), (world) => {
        for (const { outcome, origin } of creationOf(side, world).changes) {
          expect([outcome, origin]).toEqual(['refused', source]);
        }
      }),
      runs,
    );
  });
});

test('a blank Align item is in a state that its type has and in which work may begin', () => {
  fc.assert(
    fc.property(anyAlignType, (type) => {
      expect(blankItem(type, 9)).toMatchObject({
        type,
        programId: 9,
        state: 1,
        title: '',
        tags: [],
      });
    }),
  );
});

test('an issue in a later status gives the new item its state', () => {
  const issue = issueOf({
    summary: 'Pay by card',
    description: null,
    status: { id: '4', name: 'Done', category: 'done' },
    assignee: null,
    labels: [],
    fields: { [POINTS_FIELD]: null },
    parentId: null,
  });
  const world: World = {
    mapping: mappingOf('epic'),
    directory: COMPLETE_DIRECTORY,
    issue,
    item: blankItem('epic', 9),
    pair: { baseline: {}, refused: {}, jiraUpdated: null },
    clock: 0,
  };
  const made = created('align', world);
  expect(made.item).toMatchObject({ title: 'Pay by card', state: 3 });
  expect(made.pair.baseline.state?.jira).toEqual(baselineOf(issue, world.item).state.jira);
});
