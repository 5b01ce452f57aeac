/**
 * Guarantee: a rate limit is honoured by every run, not only by the one that was refused. A quota stops all calls to a
 * side, a burst its endpoint, too many writes to one issue that issue; everything else goes on. Waiting costs no
 * request, no attempt and no entry in the history, however long it is, and nothing is lost.
 */
import { backfill, itemsOf, projectWith, start, stories, viewOf } from './support/backfill';
import { useLab } from './support/lab';
import { BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

/** An hour takes two seconds. */
const lab = useLab({ timeScale: 1_800 });

interface Twin {
  id: string;
  key: string;
  itemId: number;
}

/** Stories that are paired. */
async function paired(project: Project, count: number): Promise<Twin[]> {
  const issues = Array.from({ length: count }, (_, n) =>
    lab.jira.world.create(BO, { project: project.key, type: 'Story', summary: `Story ${n}` }),
  );
  await lab.settle();
  const twins = await Promise.all(
    issues.map(async ({ id, key }) => ({ id, key, itemId: (await lab.item(key)).id })),
  );
  lab.forgetRequests();
  return twins;
}

const titleInAlign = ({ itemId }: Twin) => lab.align.world.item('story', itemId)?.fields.title;

const editInJira = ({ key }: Twin, summary: string) => lab.jira.world.edit(BO, key, { summary });

const editInAlign = ({ itemId }: Twin, title: string) =>
  lab.align.world.edit('story', itemId, { title }, IN_ALIGN.ana);

const asApp = () => lab.jira.requests.filter(({ as }) => as === 'app');

const refusal = (reason: string, seconds: number) => ({
  status: 429,
  headers: { 'Retry-After': String(seconds), 'RateLimit-Reason': reason },
});

async function expectSyncedOnce(twins: readonly Twin[], title: string): Promise<void> {
  for (const twin of twins) {
    expect(titleInAlign(twin)).toBe(title);
    expect(lab.jira.world.view(twin.key).summary).toBe(title);
    const outcomes = (await lab.history({ issueId: twin.id })).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['created', 'updated']);
  }
  expect(await lab.parked()).toEqual([]);
}

/** Waits for what is due, not for what is delayed. */
async function due(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await lab.site.host.idle();
}

describe("Jira's quota", () => {
  test.each(['jira-quota-global-based', 'jira-quota-tenant-based', 'jira-cost-based'])(
    '%s stops every call of the app to Jira for nearly an hour, and then all goes on',
    async (reason) => {
      const project = await lab.newProject();
      const twins = await paired(project, 3);
      const [first, second, third] = twins;
      if (!first || !second || !third) throw new Error('Not paired.');
      lab.jira.faults.next({ method: 'GET', path: /issue\/\d+$/ }, refusal(reason, 3_300));
      editInJira(first, 'After');
      await due();
      lab.forgetRequests();
      editInJira(second, 'After');
      editInAlign(third, 'After');
      await due();
      await lab.site.host.runSchedule('poll-align');
      await lab.site.host.runSchedule('upkeep');
      await due();
      expect(asApp()).toEqual([]);
      // A person's own requests are not the app's.
      expect((await lab.site.admin('listHistory', {})).items.length).toBeGreaterThan(0);
      await lab.settleInTime();
      await expectSyncedOnce(twins, 'After');
    },
  );

  test('is used up to the last point, and the rest is done in the next hour', async () => {
    const project = await lab.newProject();
    const twins = await paired(project, 6);
    const { limits } = lab.jira.world;
    limits.pointsPerHour = 1;
    try {
      const [first, ...others] = twins;
      if (!first) throw new Error('Not paired.');
      editInJira(first, 'Next hour');
      await due();
      const spent = asApp().length;
      for (const twin of others) editInJira(twin, 'Next hour');
      await due();
      expect(asApp()).toHaveLength(spent);
      limits.pointsPerHour = 65_000;
      await lab.settleInTime();
    } finally {
      delete limits.pointsPerHour;
    }
    await expectSyncedOnce(twins, 'Next hour');
  });

  test('stops a backfill as well, which goes on by itself', async () => {
    const project = await projectWith(lab, stories(4));
    lab.jira.faults.next({ path: /remotelink$/ }, refusal('jira-quota-tenant-based', 2_000));
    await start(lab, project);
    await due();
    expect(await viewOf(lab, project)).toMatchObject({
      status: 'waiting',
      problem: { code: 'JIRA_RATE_LIMITED' },
    });
    const refused = asApp().length;
    lab.jira.world.create(BO, { project: project.key, type: 'Story', summary: 'Meanwhile' });
    await due();
    expect(asApp()).toHaveLength(refused);
    await lab.settleInTime();
    expect(await viewOf(lab, project)).toMatchObject({ status: 'done' });
    expect(itemsOf(lab, project)).toHaveLength(5);
    expect(await lab.parked()).toEqual([]);
  });
});

describe("a burst at one of Jira's endpoints", () => {
  test('stops that endpoint for every issue, and no other', async () => {
    const project = await lab.newProject();
    const [one, two, three] = await paired(project, 3);
    if (!one || !two || !three) throw new Error('Not paired.');
    lab.jira.faults.next({ method: 'PUT', path: /issue\/\d+$/ }, refusal('jira-burst-based', 40));
    editInAlign(one, 'After');
    editInAlign(two, 'After');
    await lab.site.host.runSchedule('poll-align');
    await due();
    const puts = () => lab.jira.requests.filter(({ method }) => method === 'PUT');
    expect(puts().length).toBeLessThanOrEqual(2);
    const refused = puts().length;
    editInJira(three, 'After');
    await due();
    // Reading it and writing to Jira Align needs no PUT to an issue.
    expect(titleInAlign(three)).toBe('After');
    expect(puts()).toHaveLength(refused);
    expect(lab.jira.world.view(one.key).summary).toBe('Story 0');
    await lab.settleInTime();
    await expectSyncedOnce([one, two, three], 'After');
  });
});

describe('too many writes to one issue', () => {
  test('stop the writes to that issue, and to no other', async () => {
    const project = await lab.newProject();
    const [one, two] = await paired(project, 2);
    if (!one || !two) throw new Error('Not paired.');
    const path = new RegExp(`issue/${one.id}$`);
    lab.jira.faults.next({ method: 'PUT', path }, refusal('jira-per-issue-on-write', 600));
    editInAlign(one, 'After');
    editInAlign(two, 'After');
    await lab.site.host.runSchedule('poll-align');
    await due();
    expect(lab.jira.world.view(two.key).summary).toBe('After');
    expect(lab.jira.world.view(one.key).summary).toBe('Story 0');
    await lab.settleInTime();
    await expectSyncedOnce([one, two], 'After');
  });

  test('hand one issue of a backfill to the queue, while the others go on', async () => {
    const project = await projectWith(lab, stories(3));
    const [first] = lab.jira.world.issues(project.key);
    const path = new RegExp(`issue/${first?.id}/remotelink$`);
    lab.jira.faults.next({ method: 'POST', path }, refusal('jira-per-issue-on-write', 60));
    const view = await backfill(lab, project);
    expect(view).toMatchObject({ status: 'done', done: 3, handedOn: 1 });
    for (const { key } of lab.jira.world.issues(project.key)) {
      expect(await lab.link(key)).toMatchObject({ status: 'in-step', webLink: 'present' });
    }
  });
});

describe("Jira Align's 429", () => {
  test('stops every call to Jira Align until it is over', async () => {
    const project = await lab.newProject();
    const twins = await paired(project, 3);
    const [first, ...others] = twins;
    if (!first) throw new Error('Not paired.');
    const limited = { status: 429, headers: { 'Retry-After': '2400' } };
    lab.align.faults.next({ method: 'GET', path: /Stories\/\d+$/ }, limited);
    editInJira(first, 'After');
    await due();
    lab.forgetRequests();
    for (const twin of others) editInJira(twin, 'After');
    await due();
    await lab.site.host.runSchedule('poll-align');
    await lab.site.host.runSchedule('upkeep');
    await due();
    expect(lab.align.requests).toEqual([]);
    await lab.settleInTime();
    await expectSyncedOnce(twins, 'After');
  });

  test('is told to a person who asks for something of Jira Align meanwhile, with the time to wait', async () => {
    const project = await lab.newProject();
    const [twin] = await paired(project, 1);
    if (!twin) throw new Error('Not paired.');
    const limited = { status: 429, headers: { 'Retry-After': '300' } };
    lab.align.faults.next({ method: 'GET', path: /Stories\/\d+$/ }, limited);
    editInJira(twin, 'After');
    await due();
    lab.forgetRequests();
    const asked = lab.site.admin('previewBackfill', {
      projectId: project.id,
      matchByTitle: true,
      includeAlign: true,
    });
    await expect(asked).rejects.toThrow(/RATE_LIMITED/);
    expect(lab.align.requests).toEqual([]);
    await lab.settleInTime();
    await expectSyncedOnce([twin], 'After');
  });
});
