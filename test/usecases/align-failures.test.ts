/**
 * Guarantee: while Jira Align answers with a page of HTML, a redirect, an error or not at all, nothing is lost, nothing
 * is done twice, and it is said what is going on. A creation whose answer got lost leads to one item all the same.
 */
import type { Fault } from '../../sandbox/faults';
import { useLab } from './support/lab';
import { BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';
import { waitFor } from './support/wait-for';

const lab = useLab();

const HTML: Fault = {
  status: 200,
  headers: { 'Content-Type': 'text/html' },
  body: '<!doctype html><title>Maintenance</title><p>Back soon</p>',
};
const FAILURES: [string, Fault, string][] = [
  ['a page of HTML', HTML, 'ALIGN_NOT_ALIGN'],
  [
    'a redirect',
    { status: 302, headers: { Location: 'https://login.example' } },
    'ALIGN_NOT_ALIGN',
  ],
  ['500', { status: 500, body: 'oops' }, 'ALIGN_UNAVAILABLE'],
  ['503', { status: 503 }, 'ALIGN_UNAVAILABLE'],
  ['a closed connection', { dropBeforeEffect: true }, 'ALIGN_UNAVAILABLE'],
];

async function newStory(
  project: Project,
  summary = 'Before',
): Promise<{ key: string; id: string }> {
  const { key, id } = lab.jira.world.create(BO, { project: project.key, type: 'Story', summary });
  await lab.settle();
  return { key, id };
}

const storiesOf = (project: Project) =>
  lab.align.world.items('story').filter(({ fields }) => fields.programId === project.programId);

describe.each(FAILURES)('Jira Align answers with %s', (_, fault, code) => {
  test.each(['GET', 'PATCH'])(
    'to a %s of an edit: it is repeated, and the edit arrives',
    async (method) => {
      const project = await lab.newProject();
      const { key, id } = await newStory(project);
      lab.align.faults.next({ method, path: /Stories\/\d+$/ }, { ...fault, times: 2 });
      lab.jira.world.edit(BO, key, { summary: 'After' });
      await lab.settle();
      expect((await lab.item(key)).fields.title).toBe('After');
      expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
      const updates = (await lab.history({ issueId: id })).filter((e) => e.outcome === 'updated');
      expect(updates).toHaveLength(1);
    },
  );

  test('for long: it is shown with its remedy while it goes on being tried', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    lab.align.faults.next({ path: /Stories\/\d+$/ }, { ...fault, times: 3 });
    lab.jira.world.edit(BO, key, { summary: 'After' });
    await lab.settle();
    const parked = (await lab.history({ issueId: id })).filter((e) => e.outcome === 'parked');
    expect(parked).toMatchObject([{ code, person: { id: BO } }]);
    expect(parked[0]?.remedy).not.toBe('');
    expect(parked[0]?.message).not.toContain('<');
    expect((await lab.item(key)).fields.title).toBe('After');
    expect(await lab.parked()).toEqual([]);
  });

  test('to a poll: the next one finds what this one missed', async () => {
    const project = await lab.newProject();
    const { key } = await newStory(project);
    const item = await lab.item(key);
    lab.align.world.edit('story', item.id, { title: 'Edited in Align' }, IN_ALIGN.ana);
    lab.align.faults.next({ method: 'GET', path: /Stories$/ }, fault);
    await lab.poll();
    expect(lab.jira.world.view(key).summary).toBe('Before');
    expect(await lab.site.admin('getConnection', {})).toMatchObject({ status: 'connected' });
    await lab.poll();
    expect(lab.jira.world.view(key).summary).toBe('Edited in Align');
  });

  test('to a creation: there is one item in the end', async () => {
    const project = await lab.newProject();
    lab.align.faults.next({ method: 'POST' }, fault);
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Created once',
    });
    await waitFor(() => lab.align.requests.some(({ method }) => method === 'POST'));
    // Whether it took effect is not known: the app must not try again before it could have become visible.
    await lab.site.host.idle();
    expect(storiesOf(project)).toEqual([]);
    expect(await lab.link(key)).toMatchObject({ status: 'creating', alignId: null });
    lab.passMinutes(2);
    await lab.settle();
    lab.passMinutes(-2);
    expect(storiesOf(project)).toHaveLength(1);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step' });
  });
});

describe('429 with Retry-After', () => {
  test('is waited for as long as it says, and counts as no attempt', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    const limited = { status: 429, headers: { 'Retry-After': '240' }, times: 5 };
    lab.align.faults.next({ method: 'GET', path: /Stories\/\d+$/ }, limited);
    const from = Date.now();
    lab.jira.world.edit(BO, key, { summary: 'After' });
    await lab.settleInTime();
    // Five times 240 s, at the queue's time scale of 600.
    expect(Date.now() - from).toBeGreaterThanOrEqual((5 * 240_000) / 600);
    expect((await lab.item(key)).fields.title).toBe('After');
    expect((await lab.history({ issueId: id })).map(({ outcome }) => outcome)).toEqual([
      'created',
      'updated',
    ]);
  });

  test('does not make the next failure count for more', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    const path = /Stories\/\d+$/;
    const limited = { status: 429, headers: { 'Retry-After': '10' }, times: 4 };
    lab.align.faults.next({ method: 'GET', path }, limited);
    lab.align.faults.next({ method: 'GET', path }, { status: 503 });
    lab.jira.world.edit(BO, key, { summary: 'After' });
    await lab.settleInTime();
    expect((await lab.item(key)).fields.title).toBe('After');
    const outcomes = (await lab.history({ issueId: id })).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['created', 'updated']);
  });
});

describe('the connection closes after the write took effect', () => {
  test.each(['Epic', 'Story', 'Bug'])(
    'on the creation for a %s: one item, found again',
    async (type) => {
      const project = await lab.newProject();
      lab.align.faults.next({ method: 'POST' }, { dropAfterEffect: true });
      const { key, id } = lab.jira.world.create(BO, {
        project: project.key,
        type,
        summary: `Answer lost for a ${type}`,
        description: 'Some *text*',
      });
      await waitFor(() => lab.align.requests.some(({ method }) => method === 'POST'));
      await lab.site.host.idle();
      lab.passMinutes(2);
      await lab.settle();
      lab.passMinutes(-2);
      const posts = lab.align.requests.filter(({ method }) => method === 'POST');
      expect(posts).toHaveLength(1);
      const item = await lab.item(key);
      expect(item.fields.title).toBe(`Answer lost for a ${type}`);
      expect(await lab.link(key)).toMatchObject({ status: 'in-step', webLink: 'present' });
      const history = await lab.history({ issueId: id });
      expect(history.map(({ outcome }) => outcome)).toEqual(['adopted']);
      expect(history[0]).toMatchObject({ alignId: item.id, person: { id: BO } });
    },
  );

  test('on a creation, twice over: the lost item is found, however often the answer is lost', async () => {
    const project = await lab.newProject();
    lab.align.faults.next({ method: 'POST' }, { dropBeforeEffect: true });
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Lost twice',
    });
    await waitFor(() => lab.align.requests.some(({ method }) => method === 'POST'));
    await lab.site.host.idle();
    lab.align.faults.next({ method: 'POST' }, { dropAfterEffect: true });
    lab.passMinutes(2);
    await waitFor(() => storiesOf(project).length > 0);
    await lab.site.host.idle();
    lab.passMinutes(2);
    await lab.settle();
    lab.passMinutes(-4);
    expect(storiesOf(project)).toHaveLength(1);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step' });
  });

  test('on a creation that was tried again: the last try, too, is given time to take effect', async () => {
    const project = await lab.newProject();
    const posts = () => lab.align.requests.filter(({ method }) => method === 'POST').length;
    lab.align.faults.next({ method: 'POST' }, { status: 504, times: 2 });
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Slow to appear',
    });
    await waitFor(() => posts() === 1);
    await lab.site.host.idle();
    lab.passMinutes(2);
    await waitFor(() => posts() === 2);
    // Many retries find nothing yet.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(posts()).toBe(2);
    lab.align.world.create(
      'story',
      { title: 'Slow to appear', description: 'x', state: 1, programId: project.programId },
      IN_ALIGN.app,
      'api',
    );
    lab.passMinutes(2);
    await lab.settle();
    lab.passMinutes(-4);
    expect(posts()).toBe(2);
    expect(storiesOf(project)).toHaveLength(1);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step' });
  });

  test('on a creation, and the issue is renamed: the item is found by the title it was given', async () => {
    const project = await lab.newProject();
    const posts = () => lab.align.requests.filter(({ method }) => method === 'POST').length;
    lab.align.faults.next({ method: 'POST' }, { dropBeforeEffect: true });
    lab.align.faults.next({ method: 'POST' }, { dropAfterEffect: true });
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Title at first',
    });
    await waitFor(() => posts() === 1);
    lab.jira.world.edit(BO, key, { summary: 'Title in between' });
    await lab.site.host.idle();
    lab.passMinutes(2);
    await waitFor(() => posts() === 2);
    await lab.site.host.idle();
    lab.jira.world.edit(BO, key, { summary: 'Title in the end' });
    await lab.site.host.idle();
    lab.passMinutes(2);
    await lab.settle();
    lab.passMinutes(-4);
    expect(storiesOf(project).map(({ fields }) => fields.title)).toEqual(['Title in the end']);
    expect(posts()).toBe(2);
  });

  test('on a creation, while the issue is edited: the item gets the newer values', async () => {
    const project = await lab.newProject();
    lab.align.faults.next({ method: 'POST' }, { dropAfterEffect: true });
    const { key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'First title',
      points: 1,
    });
    await waitFor(() => lab.align.requests.some(({ method }) => method === 'POST'));
    lab.jira.world.edit(BO, key, { summary: 'Second title', points: 2 });
    await lab.site.host.idle();
    lab.passMinutes(2);
    await lab.settle();
    lab.passMinutes(-2);
    expect(storiesOf(project).map(({ fields }) => [fields.title, fields.effortPoints])).toEqual([
      ['Second title', 2],
    ]);
  });

  test('on a creation: a poll and a sweep in between make no issue of the lost item', async () => {
    lab.align.shapes.lastUpdatedDate = 'always';
    const project = await lab.newProject();
    lab.align.faults.next({ method: 'POST' }, { dropAfterEffect: true });
    lab.jira.world.create(BO, { project: project.key, type: 'Story', summary: 'Not imported' });
    await waitFor(() => storiesOf(project).length > 0);
    await lab.site.host.runSchedule('poll-align');
    await lab.site.host.runSchedule('upkeep');
    await lab.site.host.idle();
    lab.passMinutes(2);
    await lab.settle();
    lab.passMinutes(-2);
    expect(lab.jira.world.issues(project.key)).toHaveLength(1);
    expect(storiesOf(project)).toHaveLength(1);
  });

  test('on a PATCH: the edit stands, and the history does not claim a second write', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    lab.align.faults.next({ method: 'PATCH' }, { dropAfterEffect: true });
    lab.forgetRequests();
    lab.jira.world.edit(BO, key, { summary: 'After', points: 3 });
    await lab.settle();
    expect((await lab.item(key)).fields).toMatchObject({ title: 'After', effortPoints: 3 });
    expect(lab.align.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    const effects = (await lab.history({ issueId: id })).slice(1);
    expect(effects.map(({ outcome }) => outcome)).toEqual(['updated']);
    expect(effects[0]?.changes.map(({ field, by }) => [field, by?.id])).toContainEqual([
      'title',
      BO,
    ]);
  });

  test('on a PATCH, and a person edits the item before the retry: the newer edit is not lost', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    const item = await lab.item(key);
    lab.align.faults.next({ method: 'PATCH' }, { dropAfterEffect: true });
    lab.jira.world.edit(BO, key, { summary: 'From Jira' });
    await waitFor(() => lab.align.world.item('story', item.id)?.fields.title === 'From Jira');
    lab.align.world.edit('story', item.id, { title: 'From Align, later' }, IN_ALIGN.ana);
    await lab.settle();
    await lab.poll();
    expect(lab.jira.world.view(key).summary).toBe('From Align, later');
    expect((await lab.item(key)).fields.title).toBe('From Align, later');
    const values = (await lab.history({ issueId: id })).flatMap(({ changes }) =>
      changes.map(({ to }) => to?.text),
    );
    expect(values).toContain('From Jira');
    expect(values).toContain('From Align, later');
  });
});

describe('two issues of one title are created at once and both answers are lost', () => {
  test('there are two items, and neither is shared', async () => {
    const project = await lab.newProject();
    lab.align.faults.next({ method: 'POST' }, { dropAfterEffect: true, times: 2 });
    const create = (description: string) =>
      lab.jira.world.create(BO, {
        project: project.key,
        type: 'Story',
        summary: 'Namesakes',
        description,
      });
    const [first, second] = [create('The first'), create('The second')];
    await waitFor(() => storiesOf(project).length > 0);
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await lab.site.host.idle();
      lab.passMinutes(2);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await lab.settle();
    lab.passMinutes(-6);
    expect(storiesOf(project)).toHaveLength(2);
    const [one, two] = [await lab.item(first.key), await lab.item(second.key)];
    expect(one.id).not.toBe(two.id);
    expect([one.fields.description, two.fields.description]).toEqual([
      '<p>The first</p>',
      '<p>The second</p>',
    ]);
    lab.forgetRequests();
    for (const { id } of [first, second]) await lab.site.admin('resync', { issueId: id });
    await lab.poll();
    expect(lab.writes()).toEqual([]);
  });

  test('without lost answers as well', async () => {
    const project = await lab.newProject();
    const made = [1, 2, 3].map(() =>
      lab.jira.world.create(BO, { project: project.key, type: 'Bug', summary: 'Same again' }),
    );
    await lab.settle();
    const ids = await Promise.all(made.map(async ({ key }) => (await lab.item(key)).id));
    expect(new Set(ids).size).toBe(3);
  });
});
