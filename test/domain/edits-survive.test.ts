/**
 * Guarantee: an edit is never undone by the sync. What a person changed on one side stays there and reaches the
 * other, next to what other people changed in other fields; where it cannot, the history says so.
 */
import fc from 'fast-check';
import type { FieldName, Side } from '../../src/contract/common';
import { activeFields } from '../../src/domain/fields';
import { htmlToAdf } from '../../src/domain/rich-text';
import { anyTwoWayRule, mappingOf, POINTS_FIELD, STATUSES } from './arbitrary-mapping';
import { issueOf, itemOf, PEOPLE } from './arbitrary-sides';
import { COMPLETE_DIRECTORY } from './directory';
import {
  asShown,
  anyWorld,
  baselineOf,
  changed,
  confirmed,
  inStep,
  keyOf,
  planOf,
  reconciled,
  type World,
} from './world';
import { runs } from './property-runs';

const otherSide = { jira: 'align', align: 'jira' } as const;

function fieldsChangedOnlyOn(side: Side, world: World): FieldName[] {
  return activeFields(world.mapping, world.item.type).filter(
    (field) => changed(world, field, side) && !changed(world, field, otherSide[side]),
  );
}

test.each(['jira', 'align'] as const)(
  'a field that only changed in %s keeps its value there and has it on the other side, or is refused',
  (side) => {
    fc.assert(
      fc.property(anyWorld(anyTwoWayRule).map(confirmed), (world) => {
        const after = reconciled(world);
        for (const field of fieldsChangedOnlyOn(side, world)) {
          expect(keyOf(after, field, side)).toBe(keyOf(world, field, side));
          if (field in after.pair.refused) {
            expect(keyOf(after, field, otherSide[side])).toBe(keyOf(world, field, otherSide[side]));
          } else {
            expect(inStep(after, field)).toBe(true);
          }
        }
      }),
      runs,
    );
  },
);

test('every change of a two-way field stands in the history once, and no other change does', () => {
  fc.assert(
    fc.property(anyWorld(anyTwoWayRule).map(confirmed), (world) => {
      const planned = planOf(world);
      const changes = [...planned.changes, ...planned.writes.map(({ change }) => change)];
      for (const field of activeFields(world.mapping, world.item.type)) {
        const origins = changes.filter((c) => c.field === field).map(({ origin }) => origin);
        expect(new Set(origins).size).toBe(origins.length);
        for (const origin of origins) expect(changed(world, field, origin)).toBe(true);
        const sides = (['jira', 'align'] as const).filter((side) => changed(world, field, side));
        if (sides.length === 0) expect(origins).toEqual([]);
        else if (!inStep(world, field)) expect(origins.length).toBeGreaterThan(0);
        // A value that was never compared before, and that the other side has as well, was changed by nobody.
        else expect(origins).toEqual(sides.filter((side) => world.pair.baseline[field]?.[side]));
      }
    }),
    runs,
  );
});

test('whatever a write replaces stands in the history as the old value', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const stamps = baselineOf(world.issue, world.item);
      for (const { field, to, change } of planOf(world).writes) {
        expect(change).toMatchObject({ field, outcome: 'applied', origin: otherSide[to] });
        const had = stamps[field]?.[to]?.shown ?? null;
        expect(change.from).toEqual(asShown(world, field, to, had));
      }
    }),
    runs,
  );
});

test('four edits in Jira and three in Align at the same time all arrive', () => {
  const [ana, , ben] = PEOPLE;
  const [, started, , done] = STATUSES;
  if (ana === undefined || ben === undefined || started === undefined || done === undefined) {
    throw new Error('The generated sides have too few people or statuses.');
  }
  const issue = issueOf({
    summary: 'Pay by card',
    description: htmlToAdf('<p>With a card.</p>'),
    status: started,
    assignee: ana,
    labels: ['web'],
    fields: { [POINTS_FIELD]: 3 },
    parentId: '9001',
  });
  const item = itemOf('feature', {
    title: 'Pay by card',
    description: '<p>With a card.</p>',
    state: 2,
    ownerUid: '41',
    tags: ['web'],
    points: 3,
    parentId: 71,
  });
  const world: World = {
    mapping: mappingOf('feature'),
    directory: COMPLETE_DIRECTORY,
    issue: {
      ...issue,
      summary: 'Pay by phone',
      status: done,
      assignee: ben,
      fields: { [POINTS_FIELD]: 8 },
    },
    item: {
      ...item,
      description: '<p>With a <b>phone</b>.</p>',
      tags: ['big screen'],
      parentId: 72,
    },
    pair: { baseline: baselineOf(issue, item), refused: {}, jiraUpdated: null },
    clock: 0,
  };
  const after = reconciled(world);
  expect(after.item).toMatchObject({
    title: 'Pay by phone',
    description: '<p>With a <b>phone</b>.</p>',
    state: 3,
    ownerUid: '43',
    tags: ['big screen'],
    points: 8,
    parentId: 72,
  });
  expect(after.issue).toMatchObject({
    summary: 'Pay by phone',
    description: htmlToAdf('<p>With a <b>phone</b>.</p>'),
    status: done,
    assignee: ben,
    labels: ['big_screen'],
    fields: { [POINTS_FIELD]: 8 },
    parentId: '9002',
  });
});
