/**
 * Guarantee: a value that one side does not take is reported once with what a person can do, blocks no other field,
 * is not sent again at every hint, and comes back as soon as something about it has changed.
 */
import fc from 'fast-check';
import { codecOf } from '../../src/domain/fields';
import type { FieldName } from '../../src/contract/common';
import { FIELDS, mappingOf, POINTS_FIELD, STATUSES } from './arbitrary-mapping';
import { issueOf, itemOf, PEOPLE } from './arbitrary-sides';
import { COMPLETE_DIRECTORY } from './directory';
import {
  anyWorld,
  baselineOf,
  carryOut,
  keyOf,
  planOf,
  reconciled,
  touched,
  type World,
} from './world';
import { runs } from './property-runs';

const anyField = fc.constantFrom(...FIELDS);

const refusalsOf = (world: World, field: FieldName) =>
  planOf(world).changes.filter((c) => c.field === field && c.outcome === 'refused');

test('a refused field holds back no other: all other writes are as if it had not been refused', () => {
  fc.assert(
    fc.property(anyWorld(), anyField, (world, refused) => {
      const whole = reconciled(world);
      const part = carryOut(world, planOf(world), (field) => field === refused);
      for (const field of FIELDS.filter((name) => name !== refused)) {
        expect(keyOf(part, field, 'jira')).toBe(keyOf(whole, field, 'jira'));
        expect(keyOf(part, field, 'align')).toBe(keyOf(whole, field, 'align'));
      }
    }),
    runs,
  );
});

test('a field that cannot be converted holds back no other', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const noPeople = { ...world, directory: { ...world.directory, uidOf: {}, accountOf: {} } };
      const writes = (one: World) =>
        planOf(one).writes.filter(({ field }) => codecOf(field, one.mapping).holdsPerson !== true);
      expect(writes(noPeople)).toEqual(writes(world));
    }),
    runs,
  );
});

test('every refusal that a plan reports is stored, with a code, a message and a remedy', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const { changes, refused } = planOf(world);
      const reported = changes.filter(({ outcome }) => outcome === 'refused');
      expect(reported.map(({ field }) => field)).toEqual(Object.keys(refused));
      for (const { field, remedy } of reported) {
        expect(refused[field]).toMatchObject({ by: 'app', remedy });
        expect(refused[field]?.code).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
        expect(refused[field]?.message).toMatch(/\S.*\.$/);
        expect(remedy).toMatch(/\S.*\.$/);
      }
    }),
    runs,
  );
});

test('what a side has refused is sent again when a person asks for it, and only then', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const planned = planOf(world);
      const refused = carryOut(world, planned, () => true);
      expect(planOf(touched(refused)).writes).toEqual([]);
      const retried = planOf(refused, { retryRefused: true });
      expect(retried.writes.map(({ field, to, value }) => [field, to, value])).toEqual(
        planned.writes.map(({ field, to, value }) => [field, to, value]),
      );
    }),
    runs,
  );
});

const [toDo, started, inReview, done] = STATUSES;
const [ana, , ben] = PEOPLE;

/** A settled story. */
function settled(): World {
  const issue = issueOf({
    summary: 'Pay by card',
    description: null,
    status: toDo ?? { id: '1', name: 'To Do', category: 'new' },
    assignee: null,
    labels: [],
    fields: { [POINTS_FIELD]: null },
    parentId: null,
  });
  const item = itemOf('story', {
    title: 'Pay by card',
    description: null,
    state: 1,
    ownerUid: null,
    tags: [],
    points: null,
    parentId: null,
  });
  return {
    mapping: mappingOf('story'),
    directory: COMPLETE_DIRECTORY,
    issue,
    item,
    pair: { baseline: baselineOf(issue, item), refused: {}, jiraUpdated: null },
    clock: 0,
  };
}

const withIssue = (world: World, issue: Partial<World['issue']>): World => ({
  ...world,
  issue: { ...world.issue, ...issue },
});

test('a status that is not mapped is reported once, and goes across when it is mapped', () => {
  const moved = withIssue(settled(), { status: inReview });
  expect(refusalsOf(moved, 'state')).toHaveLength(1);
  const once = reconciled(moved);
  expect(once.item.state).toBe(1);
  expect(refusalsOf(once, 'state')).toEqual([]);
  const story = { toAlign: { '3': 4 }, toJira: {} };
  const mapped = { ...once, mapping: mappingOf('story', { states: { story } }) };
  expect(planOf(mapped).writes).toMatchObject([{ field: 'state', to: 'align', value: 4 }]);
  expect(reconciled(mapped).pair.refused).toEqual({});
});

test('another value that cannot go across either is reported anew', () => {
  const once = reconciled(withIssue(settled(), { assignee: ana }), () => true);
  const nobodyKnown = { ...once, directory: { ...COMPLETE_DIRECTORY, uidOf: {} } };
  const first = reconciled(nobodyKnown);
  expect(first.pair.refused.owner?.code).toBe('OWNER_NOT_IN_ALIGN');
  expect(refusalsOf(first, 'owner')).toEqual([]);
  expect(refusalsOf(withIssue(first, { assignee: ben }), 'owner')).toMatchObject([
    { origin: 'jira', to: { text: 'Name of ben' } },
  ]);
});

test('a refusal by a side that becomes one by the app is reported, as its reason is another one', () => {
  const bySide = reconciled(withIssue(settled(), { assignee: ana }), () => true);
  expect(bySide.pair.refused.owner).toMatchObject({ by: 'align', code: 'REFUSED' });
  const unknown = { ...bySide, directory: { ...COMPLETE_DIRECTORY, uidOf: {} } };
  expect(refusalsOf(unknown, 'owner')).toHaveLength(1);
});

test('a state that Align refused is tried again when the status is mapped to another one', () => {
  const refused = reconciled(withIssue(settled(), { status: done }), () => true);
  expect(refused.pair.refused.state).toMatchObject({ by: 'align' });
  expect(planOf(refused).writes).toEqual([]);
  const story = { toAlign: { '4': 5 }, toJira: {} };
  const mapped = { ...refused, mapping: mappingOf('story', { states: { story } }) };
  expect(planOf(mapped).writes).toMatchObject([{ field: 'state', to: 'align', value: 5 }]);
});

test('a value that a side refused is tried again when it changes, and forgotten when it goes back', () => {
  const refused = reconciled(withIssue(settled(), { summary: 'Too rude' }), () => true);
  expect(planOf(refused).writes).toEqual([]);
  expect(planOf(withIssue(refused, { summary: 'Polite' })).writes).toMatchObject([
    { field: 'title', to: 'align', value: 'Polite' },
  ]);
  const back = reconciled(withIssue(refused, { summary: 'Pay by card' }));
  expect(back.pair.refused).toEqual({});
  expect(planOf(withIssue(back, { summary: 'Too rude' })).writes).toHaveLength(1);
});

test('a refusal of one value does not outlive a conflict in which a later edit wins', () => {
  const refused = reconciled(withIssue(settled(), { status: inReview }));
  const edited: World = {
    ...refused,
    item: { ...refused.item, state: 2, updated: '2026-11-02T08:00:00.000Z', updatedBy: '41' },
  };
  expect(planOf(edited).writes).toMatchObject([{ field: 'state', to: 'jira' }]);
  const after = reconciled(edited);
  expect(after.issue.status).toEqual(started);
  expect(after.pair.refused).toEqual({});
});
