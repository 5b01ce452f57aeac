/**
 * Guarantee: once a day every pair is compared with both sides, whatever events, polls and sweeps of changes have
 * missed. It costs one request to Jira and one point an issue for a hundred pairs, writes nothing where nothing is
 * amiss, and goes through all pairs, page after page.
 */
import { backfill, projectWith, stories } from './support/backfill';
import { useLab } from './support/lab';
import { APP, BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

/** The upkeep looks at the pairs that have rested longest, which are these: what else is found, the sweep has found. */
beforeAll(async () => {
  await backfill(lab, await projectWith(lab, stories(30)));
});

const DAY = 24 * 60 * 60_000;

/** Changes of the app itself come without an event. */
const UNHEARD = { accountId: BO, viaApp: true } as const;

const bulkReads = () => lab.jira.requests.filter(({ path }) => path.endsWith('/issue/bulkfetch'));

async function story(project: Project, summary: string) {
  const { id, key } = lab.jira.world.create(BO, { project: project.key, type: 'Story', summary });
  await lab.settle();
  return { id, key, itemId: (await lab.item(key)).id };
}

/** The hourly run on the next day, while the search of what has changed finds nothing. */
async function nextDay(): Promise<void> {
  lab.passTime(DAY);
  lab.forgetRequests();
  lab.jira.faults.next({ path: /search\/jql$/ }, { status: 503, times: 99 });
  await lab.upkeep();
  lab.jira.faults.clear();
}

test('an edit in Jira that nothing has told of arrives', async () => {
  const project = await lab.newProject();
  const { key } = await story(project, 'Before');
  lab.jira.world.edit(UNHEARD, key, { summary: 'After' });
  await lab.settle();
  expect((await lab.item(key)).fields.title).toBe('Before');
  await nextDay();
  expect((await lab.item(key)).fields.title).toBe('After');
});

test('an issue that was deleted without an event does not go unnoticed', async () => {
  const project = await lab.newProject();
  const { id, key } = await story(project, 'Deleted in silence');
  lab.jira.world.delete(UNHEARD, key);
  await nextDay();
  const told = [
    ...(await lab.history({ issueId: id })).slice(1),
    ...(await lab.parked()).filter(({ issueId }) => issueId === id),
  ];
  expect(told).not.toEqual([]);
});

test('an item that has left its program, where no poll sees it, is looked at', async () => {
  const project = await lab.newProject();
  const { id, key, itemId } = await story(project, 'Moved in Align');
  const moved = { programId: 902, title: 'Moved and renamed' };
  lab.align.world.edit('story', itemId, moved, IN_ALIGN.ana);
  await nextDay();
  const entries = (await lab.history({ issueId: id })).slice(1);
  const parked = (await lab.parked()).filter(({ issueId }) => issueId === id);
  expect([...entries, ...parked]).not.toEqual([]);
  expect(lab.jira.world.view(key).summary).toMatch(/Moved/);
});

test('a hidden issue is told of, and heals when it can be seen again', async () => {
  const project = await lab.newProject();
  const { id, key } = await story(project, 'Hidden');
  lab.jira.world.permissions.revoke(project.key, 'BROWSE_PROJECTS', APP);
  await nextDay();
  const ofIssue = async () => (await lab.parked()).filter(({ issueId }) => issueId === id);
  expect(await ofIssue()).toMatchObject([{ problem: { code: 'ISSUE_NOT_VISIBLE' } }]);
  lab.jira.world.permissions.grant(project.key, 'BROWSE_PROJECTS', APP);
  await lab.upkeep();
  expect(await lab.link(key)).toMatchObject({ status: 'in-step' });
  expect(await ofIssue()).toEqual([]);
});

test('all pairs are compared, a hundred with one request, and nothing follows where all is well', async () => {
  const project = await projectWith(lab, stories(120));
  await backfill(lab, project);
  lab.passTime(DAY);
  lab.forgetRequests();
  await lab.site.host.runSchedule('upkeep');
  expect(bulkReads()).toHaveLength(2);
  // Where a page begins, the last of the one before may come again.
  const points = bulkReads().reduce((sum, request) => sum + request.points, 0);
  expect(points).toBeGreaterThanOrEqual(122);
  expect(points).toBeLessThanOrEqual(124);
  expect(
    lab.site.host
      .logs()
      .filter((line) => line.includes('"swept-pairs"'))
      .at(-1),
  ).toContain('"queued":0');
  await lab.settle();
  expect(lab.writes()).toEqual([]);

  lab.forgetRequests();
  await lab.upkeep();
  expect(bulkReads()).toEqual([]);
  await nextDay();
  expect(bulkReads()).toHaveLength(2);
});

test('when Jira stops it in the middle, the next run begins with the page that was not done', async () => {
  const project = await projectWith(lab, stories(120));
  await backfill(lab, project);
  const [first] = lab.jira.world.issues(project.key);
  if (first === undefined) throw new Error('No issue.');
  lab.jira.world.edit(UNHEARD, first.key, { summary: 'Unheard' });
  const title = async () => (await lab.item(first.key)).fields.title;
  lab.passTime(DAY);
  lab.jira.faults.next({ path: /search\/jql$/ }, { status: 503, times: 99 });
  lab.jira.faults.next({ path: /bulkfetch$/ }, { status: 503, times: 1 });
  await lab.upkeep();
  expect(await title()).not.toBe('Unheard');
  await lab.upkeep();
  expect(await title()).toBe('Unheard');
});
