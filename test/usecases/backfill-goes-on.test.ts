/**
 * Guarantee: whatever stops a backfill costs nothing and doubles nothing. A person pauses, resumes and cancels it; a
 * rate limit, a side that is down, a refused token, a killed run and edits made meanwhile leave every issue paired
 * once, with its newest values. One issue that fails does not keep the others.
 */
import {
  backfill,
  itemsOf,
  projectWith,
  start,
  stories,
  titlesOf,
  viewOf,
} from './support/backfill';
import { SERVICE_ACCOUNT } from '../../sandbox/set-up';
import { refusal } from './support/ask';
import { SERVICE_ACCOUNT_UID, useLab } from './support/lab';
import { ADA, BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';
import { waitFor } from './support/wait-for';

const lab = useLab();

const of = ({ id: projectId }: Project) => ({ projectId });
const expected = (count: number) =>
  Array.from({ length: count }, (_, n) => `Story ${n + 1}`).sort();

/** Every story has exactly one item, which is linked and marked on both sides. */
async function expectAllPaired(project: Project, titles: string[]): Promise<void> {
  expect(titlesOf(itemsOf(lab, project))).toEqual([...titles].sort());
  for (const { key } of lab.jira.world.issues(project.key)) {
    const { id } = await lab.item(key);
    expect(lab.jira.world.links(key)).toHaveLength(1);
    expect(lab.jira.world.properties(key)).toMatchObject({ 'align.link': { alignId: id } });
  }
}

/** Until so many items have been created. */
const created = (project: Project, count: number) =>
  waitFor(() => itemsOf(lab, project).length >= count);

describe('a person', () => {
  test('pauses it before the next page, and it goes on from there', async () => {
    const project = await projectWith(lab, stories(104));
    await start(lab, project);
    await created(project, 3);
    const paused = await lab.site.admin('pauseBackfill', of(project));
    expect(paused).toMatchObject({ status: 'paused', problem: null });
    await lab.settle();
    expect(await viewOf(lab, project)).toMatchObject({ status: 'paused', done: 100, created: 100 });
    lab.forgetRequests();
    await lab.settle();
    expect([...lab.jira.requests, ...lab.align.requests]).toEqual([]);

    expect(await lab.site.admin('resumeBackfill', of(project))).toMatchObject({
      status: 'running',
    });
    await lab.settle();
    expect(await viewOf(lab, project)).toMatchObject({ status: 'done', done: 104, created: 104 });
    // Of the first hundred none is looked at again.
    const { length } = lab.align.requests.filter(({ method }) => method === 'POST');
    expect(length).toBe(4);
    await expectAllPaired(project, expected(104));
    const history = await lab.history({ projectId: project.id });
    const resumed = history.find(({ code }) => code === 'BACKFILL_RESUMED');
    expect(resumed?.person?.id).toBe(ADA);
  });

  test('loses no issue when the one where it paused is deleted meanwhile', async () => {
    const project = await projectWith(lab, stories(104));
    await start(lab, project);
    await created(project, 3);
    await lab.site.admin('pauseBackfill', of(project));
    await lab.settle();
    lab.jira.world.delete(BO, `${project.key}-100`);
    await lab.settle();
    await lab.site.admin('resumeBackfill', of(project));
    await lab.settle();
    expect(await viewOf(lab, project)).toMatchObject({ status: 'done', created: 104 });
    expect(new Set(titlesOf(itemsOf(lab, project)))).toEqual(new Set(expected(104)));
  });

  test.each(['while it runs', 'while it is paused'])('cancels it for good, %s', async (when) => {
    const project = await projectWith(lab, stories(104));
    await start(lab, project);
    await created(project, 3);
    if (when === 'while it is paused') {
      await lab.site.admin('pauseBackfill', of(project));
      await lab.settle();
    }
    expect(await lab.site.admin('cancelBackfill', of(project))).toMatchObject({
      status: 'cancelled',
    });
    for (const call of ['pauseBackfill', 'resumeBackfill', 'cancelBackfill'] as const) {
      expect(await refusal(lab.site, call, of(project))).toMatchObject({ code: 'CONFLICT' });
    }
    await lab.settle();
    expect(await viewOf(lab, project)).toMatchObject({ status: 'cancelled', done: 100 });
    expect(itemsOf(lab, project)).toHaveLength(100);
    // A new one does what is left.
    expect(await backfill(lab, project)).toMatchObject({ status: 'done', created: 4 });
    await expectAllPaired(project, expected(104));
  });

  test('cannot pause what is not there', async () => {
    const project = await lab.newProject();
    const error = await refusal(lab.site, 'pauseBackfill', of(project));
    expect(error).toMatchObject({ code: 'CONFLICT' });
    expect(error.remedy).not.toBe('');
  });
});

describe('a rate limit', () => {
  const limited = { status: 429, headers: { 'Retry-After': '600' } };
  const limits: [string, 'jira' | 'align', { method: string; path: RegExp }, string][] = [
    ['Jira Align', 'align', { method: 'POST', path: /Stories$/ }, 'ALIGN_RATE_LIMITED'],
    ['Jira, of a search', 'jira', { method: 'POST', path: /search\/jql$/ }, 'JIRA_RATE_LIMITED'],
    ['Jira, of a link', 'jira', { method: 'POST', path: /remotelink$/ }, 'JIRA_RATE_LIMITED'],
  ];
  test.each(limits)('of %s is waited for, and it goes on', async (_, side, match, code) => {
    const project = await projectWith(lab, stories(4));
    lab[side].faults.next(match, limited);
    const from = Date.now();
    await start(lab, project);
    await lab.site.host.idle();
    const waiting = await viewOf(lab, project);
    expect(waiting).toMatchObject({ status: 'waiting', problem: { code } });
    expect(waiting.problem?.remedy).not.toBe('');
    await lab.settleInTime();
    // 600 s at the queue's time scale of 600.
    expect(Date.now() - from).toBeGreaterThanOrEqual(1_000);
    expect(await viewOf(lab, project)).toMatchObject({ status: 'done', done: 4, problem: null });
    await expectAllPaired(project, expected(4));
    expect(await lab.parked()).toEqual([]);
  });

  test('does not keep a person from pausing', async () => {
    const project = await projectWith(lab, stories(4));
    lab.align.faults.next({ method: 'POST', path: /Stories$/ }, limited);
    await start(lab, project);
    await lab.site.host.idle();
    await lab.site.admin('pauseBackfill', of(project));
    await lab.settleInTime();
    expect(await viewOf(lab, project)).toMatchObject({ status: 'paused' });
    await lab.site.admin('resumeBackfill', of(project));
    await lab.settle();
    await expectAllPaired(project, expected(4));
  });
});

test('a Jira Align that is down is not asked about every issue, and waited for', async () => {
  const project = await projectWith(lab, stories(12));
  lab.align.faults.next({ method: 'POST', path: /Stories$/ }, { status: 503, times: 3 });
  await start(lab, project);
  await lab.site.host.idle();
  expect(await viewOf(lab, project)).toMatchObject({
    status: 'waiting',
    problem: { code: 'ALIGN_UNAVAILABLE' },
    done: 3,
    handedOn: 3,
  });
  expect(lab.align.requests.filter(({ method }) => method === 'POST')).toHaveLength(3);
  lab.passMinutes(3);
  await lab.settle();
  lab.passMinutes(-3);
  expect(await viewOf(lab, project)).toMatchObject({ status: 'done', done: 12, created: 9 });
  await lab.upkeep();
  await expectAllPaired(project, expected(12));
});

test('one whose message is lost is taken up again by the hourly upkeep', async () => {
  const project = await projectWith(lab, stories(3));
  // Its message is there, but only in 15 minutes: nobody else would go on before.
  const limited = { status: 429, headers: { 'Retry-After': '900' } };
  lab.align.faults.next({ method: 'POST', path: /Stories$/ }, limited);
  await start(lab, project);
  await lab.site.host.idle();
  expect(await viewOf(lab, project)).toMatchObject({ status: 'waiting' });
  lab.passTime(61 * 60_000);
  await lab.site.host.runSchedule('upkeep');
  await lab.site.host.idle();
  const early = await viewOf(lab, project);
  await lab.settle();
  expect(early).toMatchObject({ status: 'done', done: 3 });
  expect(lab.site.host.logs().join('\n')).toContain('backfill-revived');
  await expectAllPaired(project, expected(3));
});

test('a refused token pauses it, and a new one lets it go on', async () => {
  const project = await projectWith(lab, stories(3));
  lab.align.world.tokens.expire(SERVICE_ACCOUNT_UID);
  await start(lab, project);
  await lab.settle();
  const paused = await viewOf(lab, project);
  expect(paused).toMatchObject({ status: 'paused', problem: { code: 'ALIGN_TOKEN_REFUSED' } });
  expect(paused.problem?.remedy).toMatch(/API token/);
  expect(await lab.site.admin('getConnection', {})).toMatchObject({ status: 'token-refused' });
  lab.forgetRequests();
  await lab.settle();
  expect(lab.align.requests).toEqual([]);
  lab.align.world.tokens.replace(SERVICE_ACCOUNT_UID, 'sandbox-align-token');
  await lab.site.admin('saveConnection', SERVICE_ACCOUNT);
  await lab.settle();
  expect(await viewOf(lab, project)).toMatchObject({ status: 'done', problem: null });
  await expectAllPaired(project, expected(3));
});

test('a project whose sync is switched off pauses it, and resuming goes on', async () => {
  const project = await projectWith(lab, stories(3));
  await start(lab, project);
  await project.save({ enabled: false });
  await lab.settle();
  const view = await viewOf(lab, project);
  // Whether it was quicker than the switch is up to chance.
  expect(['paused', 'done']).toContain(view.status);
  await project.save({ enabled: true });
  if (view.status === 'paused') await lab.site.admin('resumeBackfill', of(project));
  await lab.settle();
  await expectAllPaired(project, expected(3));
});

test('a mapping that changes meanwhile is followed: a type that is added is paired too', async () => {
  const project = await projectWith(lab, (add) => {
    stories(101)(add);
    add({ type: 'Task', summary: 'Mapped later' });
  });
  await start(lab, project);
  await created(project, 3);
  await project.save(({ types }) => ({
    types: [...types, { issueTypeId: '10004', issueTypeName: 'Task', alignType: 'feature' }],
  }));
  await lab.settle();
  expect(await viewOf(lab, project)).toMatchObject({ status: 'done', created: 102 });
  expect(titlesOf(itemsOf(lab, project, 'feature'))).toEqual(['Mapped later']);
  expect(titlesOf(itemsOf(lab, project))).toEqual(expected(101));
});

test.each(['after a creation', 'in the middle of one'])(
  'a run that is killed %s doubles and loses nothing',
  async (when) => {
    const project = await projectWith(lab, stories(20));
    if (when === 'in the middle of one') {
      lab.align.faults.next({ method: 'POST', path: /Stories$/ }, { delayMs: 0, times: 6 });
      // Align takes it, but nobody is there any more when its answer comes.
      lab.align.faults.next({ method: 'POST', path: /Stories$/ }, { delayMs: 300 });
    }
    await start(lab, project);
    await created(project, 6);
    if (when === 'in the middle of one') {
      await waitFor(() => itemsOf(lab, project).length === 6);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    lab.killApp();
    await created(project, 12);
    await lab.site.host.idle();
    lab.passMinutes(3);
    await lab.settle();
    lab.passMinutes(-3);
    const crashed = lab.site.host.usage().invocations.filter(({ outcome }) => outcome === 'crash');
    expect(crashed.map(({ functionKey }) => functionKey)).toContain('backfill');
    expect(await viewOf(lab, project)).toMatchObject({ status: 'done', done: 20 });
    await expectAllPaired(project, expected(20));
  },
);

test('edits made while it runs are not lost, on either side', async () => {
  const project = await projectWith(lab, stories(30));
  const keys = lab.jira.world.issues(project.key).map(({ key }) => key);
  const [first = '', middle = '', last = ''] = [keys[0], keys[10], keys[29]];
  await start(lab, project);
  await created(project, 10);
  const item = itemsOf(lab, project).find(({ fields }) => fields.title === 'Story 2');
  lab.align.world.edit('story', item?.id ?? 0, { title: 'From Align' }, IN_ALIGN.ana);
  for (const key of [first, middle, last]) {
    lab.jira.world.edit(BO, key, { summary: `Edited ${key}`, points: 13 });
  }
  await lab.site.host.idle();
  lab.passMinutes(3);
  await lab.settle();
  lab.passMinutes(-3);
  await lab.poll();
  expect(itemsOf(lab, project)).toHaveLength(30);
  for (const key of [first, middle, last]) {
    const { fields } = await lab.item(key);
    expect([fields.title, fields.effortPoints]).toEqual([`Edited ${key}`, 13]);
    expect(lab.jira.world.view(key).summary).toBe(`Edited ${key}`);
  }
  expect(lab.jira.world.view(keys[1] ?? '').summary).toBe('From Align');
});

test('an issue that cannot be paired is parked with its remedy, and the rest is done', async () => {
  const project = await projectWith(lab, (add) => {
    stories(2)(add);
    const parent = add({ type: 'Task', summary: 'Not mapped' });
    add({ type: 'Sub-task', summary: 'Without a story', parent: parent.key });
    add({ type: 'Bug', summary: 'A bug' });
  });
  const view = await backfill(lab, project);
  expect(view).toMatchObject({ status: 'done', done: 4, created: 3, handedOn: 1 });
  const parked = await lab.parked();
  expect(parked.map(({ problem }) => problem.code)).toEqual(['PARENT_REQUIRED']);
  expect(parked[0]?.problem.remedy).toMatch(/parent/);
  expect(titlesOf(itemsOf(lab, project))).toEqual(expected(2));
});

test('what Jira Align refuses is tried again by the queue, and the rest is done', async () => {
  const project = await projectWith(lab, stories(3));
  const refused = { status: 422, body: '{"title":"No more stories"}' };
  lab.align.faults.next({ method: 'POST', path: /Stories$/ }, refused);
  const view = await backfill(lab, project);
  expect(view).toMatchObject({ status: 'done', done: 3, created: 2, handedOn: 1 });
  await expectAllPaired(project, expected(3));
});
