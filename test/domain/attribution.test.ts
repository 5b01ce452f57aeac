/**
 * Guarantee: a change is put down to the person who made it when an application says who that was, and to nobody
 * otherwise: never to the app itself, never to somebody who changed something else or earlier.
 */
import { alignAuthor, jiraAuthor } from '../../src/domain/attribution';
import type { JiraChange } from '../../src/domain/issue';
import { mappingOf, POINTS_FIELD, STATUSES } from './arbitrary-mapping';
import { after, issueOf, itemOf } from './arbitrary-sides';
import { COMPLETE_DIRECTORY } from './directory';
import { baselineOf, OWN_UID, planOf, type World } from './world';

const ana = { side: 'jira', id: 'account-ana', name: 'Ana' } as const;
const ben = { side: 'jira', id: 'account-ben', name: 'Ben' } as const;

describe('a change in Jira', () => {
  const changes: JiraChange[] = [
    { fieldId: 'labels', at: after(50), by: ben, to: 'x' },
    { fieldId: 'summary', at: after(40), by: ana, to: 'x' },
    { fieldId: 'summary', at: after(30), by: ben, to: 'x' },
    { fieldId: 'Epic Link', at: after(20), by: null, to: 'x' },
  ];

  test('is by the person of the newest changelog entry of the field', () => {
    expect(jiraAuthor(changes, ['summary'], null)).toEqual({ by: ana, at: after(40) });
    expect(jiraAuthor(changes, ['labels'], null)).toEqual({ by: ben, at: after(50) });
  });

  test('is found under any of the names that Jira has for the field', () => {
    const found = jiraAuthor(changes, ['parent', 'Epic Link'], null);
    expect(found).toEqual({ by: null, at: after(20) });
  });

  test('is not put down to an entry that is older than the last sync', () => {
    expect(jiraAuthor(changes, ['summary'], after(40))).toEqual({ by: ana, at: after(40) });
    expect(jiraAuthor(changes, ['summary'], after(41))).toBeNull();
    expect(jiraAuthor(changes, ['summary'], after(35))?.by).toEqual(ana);
  });

  test('is compared in time, not as text', () => {
    const inVienna: JiraChange[] = [
      { fieldId: 'summary', at: '2026-11-01T09:30:00.000+0100', by: ana, to: 'x' },
    ];
    expect(jiraAuthor(inVienna, ['summary'], '2026-11-01T08:30:00.000Z')?.by).toEqual(ana);
    expect(jiraAuthor(inVienna, ['summary'], '2026-11-01T08:30:00.001Z')).toBeNull();
  });

  test('has no author when the changelog does not name the field', () => {
    expect(jiraAuthor(changes, ['description'], null)).toBeNull();
    expect(jiraAuthor([], ['summary'], null)).toBeNull();
    expect(jiraAuthor(changes, [], null)).toBeNull();
  });
});

describe('a change in Align', () => {
  const item = (updatedBy: string | null, createdBy: string | null) =>
    itemOf('story', VALUES, { updated: after(9), updatedBy, createdBy });

  test('is by the last editor, or by the creator of an item that nobody has edited', () => {
    const by = (uid: string) => ({ side: 'align', id: uid, name: uid });
    expect(alignAuthor(item('41', '42'), OWN_UID)).toEqual({ by: by('41'), at: after(9) });
    expect(alignAuthor(item(null, '42'), OWN_UID)).toEqual({ by: by('42'), at: after(9) });
  });

  test("has no author when the last editor is the app's own account, or nobody is named", () => {
    expect(alignAuthor(item(OWN_UID, '42'), OWN_UID).by).toBeNull();
    expect(alignAuthor(item(null, OWN_UID), OWN_UID).by).toBeNull();
    expect(alignAuthor(item(null, null), OWN_UID).by).toBeNull();
  });
});

const VALUES = {
  title: 'Pay by card',
  description: null,
  state: 1,
  ownerUid: null,
  tags: [],
  points: null,
  parentId: null,
};

/** A settled story whose issue then got another summary and another label. */
function edited(changes: JiraChange[]): World {
  const issue = issueOf({
    summary: 'Pay by card',
    description: null,
    status: STATUSES[0] ?? { id: '1', name: 'To Do', category: 'new' },
    assignee: null,
    labels: [],
    fields: { [POINTS_FIELD]: null },
    parentId: null,
  });
  const item = itemOf('story', VALUES);
  return {
    mapping: mappingOf('story'),
    directory: COMPLETE_DIRECTORY,
    issue: { ...issue, summary: 'Pay by phone', labels: ['web'], changes },
    item,
    pair: { baseline: baselineOf(issue, item), refused: {}, jiraUpdated: after(10) },
    clock: 0,
  };
}

const authors = (world: World, hintActor: typeof ana | null) =>
  planOf(world, { hintActor }).writes.map(({ field, change }) => [field, change.by]);

test('two people who changed a field each are both named', () => {
  const world = edited([
    { fieldId: 'labels', at: after(12), by: ben, to: 'x' },
    { fieldId: 'summary', at: after(11), by: ana, to: 'x' },
  ]);
  expect(authors(world, null)).toEqual([
    ['title', ana],
    ['labels', ben],
  ]);
});

test("the event's person is named only for what the changelog does not tell", () => {
  const world = edited([
    { fieldId: 'labels', at: after(12), by: ben, to: 'x' },
    // Older than the last sync: somebody else's change, long settled.
    { fieldId: 'summary', at: after(5), by: ben, to: 'x' },
  ]);
  expect(authors(world, ana)).toEqual([
    ['title', ana],
    ['labels', ben],
  ]);
  expect(authors(world, null)).toEqual([
    ['title', null],
    ['labels', ben],
  ]);
});

test("an Align user whom the hint names is not taken for the author of Jira's change", () => {
  const planned = planOf(edited([]), { hintActor: { side: 'align', id: '41', name: 'Zoe' } });
  expect(planned.writes.map(({ change }) => change.by)).toEqual([null, null]);
});
