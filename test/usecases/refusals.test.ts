/**
 * Guarantee: what one side does not take is left out while the rest syncs. It is told once, with what a person can do
 * about it, and it heals by itself when the cause is gone. Nothing is truncated and nothing is guessed.
 */
import type { HistoryRow } from '../../src/contract';
import { useLab } from './support/lab';
import { ANA, APP, BO, IN_ALIGN, MIA } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

async function newStory(project: Project, more: object = {}): Promise<{ key: string; id: string }> {
  const { key, id } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Before',
    ...more,
  });
  await lab.settle();
  return { key, id };
}

async function editInAlign(key: string, fields: Parameters<typeof lab.align.world.edit>[2]) {
  lab.align.world.edit('story', (await lab.item(key)).id, fields, IN_ALIGN.ana);
  await lab.poll();
}

const refused = (history: HistoryRow[]) =>
  history.flatMap(({ changes }) => changes).filter(({ outcome }) => outcome === 'refused');

describe('a field that is not on the screen in Jira', () => {
  test('is left out while the rest syncs, is told once with its remedy, and heals with the screen', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    lab.jira.world.screens.remove(project.key, 'labels');
    await editInAlign(key, { title: 'After', tags: 'new', effortPoints: 8 });
    expect(lab.jira.world.view(key)).toMatchObject({ summary: 'After', points: 8, labels: [] });
    const [entry] = (await lab.history({ issueId: id })).slice(-1);
    expect(entry).toMatchObject({ outcome: 'partial', direction: 'to-jira' });
    expect(refused([entry as HistoryRow])).toMatchObject([
      { field: 'labels', to: { text: 'new' } },
    ]);
    expect(entry?.remedy).toMatch(/screen/);
    expect(await lab.link(key)).toMatchObject({
      status: 'attention',
      problem: { code: 'JIRA_REJECTED' },
    });

    // Neither later edits nor upkeep tell it again.
    await editInAlign(key, { title: 'After that' });
    await lab.upkeep();
    expect(lab.jira.world.view(key).summary).toBe('After that');
    expect(refused(await lab.history({ issueId: id }))).toHaveLength(1);

    lab.jira.world.screens.add(project.key, 'labels');
    await lab.upkeep();
    expect(lab.jira.world.view(key).labels).toEqual(['new']);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });

  test('costs an ordinary edit no further request while nothing has changed about it', async () => {
    const project = await lab.newProject();
    const { key } = await newStory(project);
    lab.jira.world.screens.remove(project.key, 'labels');
    await editInAlign(key, { tags: 'new' });
    lab.forgetRequests();
    lab.jira.world.edit(BO, key, { summary: 'Edited in Jira' });
    await lab.settle();
    expect(lab.writes()).toEqual([`PATCH /rest/align/api/2/Stories/${(await lab.item(key)).id}`]);
  });

  test('is tried again as soon as its value changes', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    lab.jira.world.screens.remove(project.key, 'labels');
    await editInAlign(key, { tags: 'one' });
    await editInAlign(key, { tags: 'two' });
    expect(refused(await lab.history({ issueId: id })).map(({ to }) => to?.text)).toEqual([
      'one',
      'two',
    ]);
    lab.jira.world.screens.add(project.key, 'labels');
    await editInAlign(key, { tags: 'three' });
    expect(lab.jira.world.view(key).labels).toEqual(['three']);
  });

  test('does not keep a new item from becoming an issue', async () => {
    const project = await lab.newProject();
    lab.jira.world.screens.remove(project.key, 'labels');
    lab.align.world.create(
      'story',
      { title: 'Imported all the same', programId: project.programId, tags: 'x', effortPoints: 2 },
      IN_ALIGN.kai,
    );
    await lab.upkeep();
    const [issue] = lab.jira.world.issues(project.key);
    expect(issue).toMatchObject({ summary: 'Imported all the same', labels: [], points: 2 });
    expect(await lab.link(issue?.key ?? '')).toMatchObject({ problem: { code: 'JIRA_REJECTED' } });
    lab.jira.world.screens.add(project.key, 'labels');
    await lab.upkeep();
    expect(lab.jira.world.view(issue?.key ?? '').labels).toEqual(['x']);
  });
});

describe('a status that the workflow does not reach', () => {
  test('is named with the ones it does reach, and heals when the workflow or the issue allows it', async () => {
    const project = await lab.newProject();
    const { workflow } = lab.jira.world;
    for (const from of ['To Do', 'In Progress', 'In Review']) {
      workflow.forbid(project.key, from, 'Done');
    }
    const { key, id } = await newStory(project);
    await editInAlign(key, { state: 5, title: 'After' });
    expect(lab.jira.world.view(key)).toMatchObject({ status: 'To Do', summary: 'After' });
    const [entry] = (await lab.history({ issueId: id })).slice(-1);
    expect(entry).toMatchObject({ outcome: 'partial' });
    expect(entry?.remedy).toMatch(/"In Progress".*transition/);
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'NO_TRANSITION' } });
    // Jira's status must not win by default only because Jira could not follow.
    expect((await lab.item(key)).fields.state).toBe(5);
    await lab.upkeep();
    expect((await lab.item(key)).fields.state).toBe(5);
    workflow.allow(project.key, 'To Do', 'Done');
    await lab.upkeep();
    expect(lab.jira.world.view(key).status).toBe('Done');
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
    expect(refused(await lab.history({ issueId: id }))).toHaveLength(1);
  });
});

describe('a permission that the account lacks in Jira', () => {
  test.each([
    ['EDIT_ISSUES', { title: 'After' }, { summary: 'After' }],
    ['TRANSITION_ISSUES', { state: 2 }, { status: 'In Progress' }],
    ['ASSIGN_ISSUES', { ownerId: IN_ALIGN.ana }, { assignee: ANA }],
  ] as const)(
    '%s: the write waits for it, with its reason',
    async (permission, fields, expected) => {
      const project = await lab.newProject();
      const { key } = await newStory(project);
      lab.jira.world.permissions.revoke(project.key, permission, APP);
      await editInAlign(key, fields);
      const before = lab.jira.world.view(key);
      expect(before).not.toMatchObject(expected);
      const { problem } = (await lab.link(key)) ?? {};
      expect(problem?.message).not.toBe('');
      expect(problem?.remedy).not.toBe('');
      lab.jira.world.permissions.grant(project.key, permission, APP);
      await lab.upkeep();
      expect(lab.jira.world.view(key)).toMatchObject(expected);
      expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
    },
  );

  test('LINK_ISSUES: the fields are in step all the same, and the link comes later', async () => {
    const project = await lab.newProject();
    lab.jira.world.permissions.revoke(project.key, 'LINK_ISSUES', APP);
    const { key } = await newStory(project);
    expect((await lab.item(key)).fields.title).toBe('Before');
    expect(await lab.link(key)).toMatchObject({
      status: 'parked',
      webLink: 'missing',
      problem: { code: 'JIRA_FORBIDDEN' },
    });
    lab.jira.world.edit(BO, key, { summary: 'After' });
    await lab.settle();
    expect((await lab.item(key)).fields.title).toBe('After');
    lab.jira.world.permissions.grant(project.key, 'LINK_ISSUES', APP);
    await lab.upkeep();
    expect(lab.jira.world.links(key)).toHaveLength(1);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', webLink: 'present' });
  });
});

describe("a right that the token's user lacks in Jira Align", () => {
  test('a creation waits for it, with its reason', async () => {
    const project = await lab.newProject();
    lab.align.world.tokens.limitRole(IN_ALIGN.app, { read: true, write: false });
    const { id, key } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Not yet',
    });
    await lab.settle();
    expect(await lab.parked()).toMatchObject([
      { issueId: id, problem: { code: 'ALIGN_FORBIDDEN' } },
    ]);
    lab.align.world.tokens.restoreRole(IN_ALIGN.app);
    await lab.upkeep();
    expect((await lab.item(key)).fields.title).toBe('Not yet');
    expect(await lab.parked()).toEqual([]);
  });

  test('an edit waits for it, with its reason', async () => {
    const project = await lab.newProject();
    const { key } = await newStory(project);
    lab.align.world.tokens.limitRole(IN_ALIGN.app, { read: true, write: false });
    lab.jira.world.edit(BO, key, { summary: 'After' });
    await lab.settle();
    expect(await lab.link(key)).toMatchObject({
      status: 'attention',
      problem: { code: 'ALIGN_FORBIDDEN' },
    });
    lab.align.world.tokens.restoreRole(IN_ALIGN.app);
    await lab.upkeep();
    expect((await lab.item(key)).fields.title).toBe('After');
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });
});

describe('a title of 200 kB in Jira Align', () => {
  const LONG = `${'A very long title. '.repeat(11_000)}end`;

  test('is refused with its remedy while the rest syncs; nothing is truncated on either side', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    await editInAlign(key, { title: LONG, effortPoints: 3 });
    expect(lab.jira.world.view(key)).toMatchObject({ summary: 'Before', points: 3 });
    expect((await lab.item(key)).fields.title).toBe(LONG);
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'TITLE_TOO_LONG' } });
    const [change] = refused(await lab.history({ issueId: id }));
    expect(change).toMatchObject({ field: 'title', to: { length: LONG.length, shortened: true } });
    expect(change?.remedy).toMatch(/Shorten the title/);
    await editInAlign(key, { title: 'Short again' });
    expect(lab.jira.world.view(key).summary).toBe('Short again');
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });

  test('keeps a new item from becoming an issue, with its remedy, until it is shortened', async () => {
    const project = await lab.newProject();
    const { id } = lab.align.world.create(
      'story',
      { title: LONG, programId: project.programId },
      IN_ALIGN.kai,
    );
    await lab.upkeep();
    expect(lab.jira.world.issues(project.key)).toEqual([]);
    const [parked] = await lab.parked();
    expect(parked).toMatchObject({ alignId: id, problem: { code: 'TITLE_TOO_LONG' } });
    lab.align.world.edit('story', id, { title: 'Short enough' }, IN_ALIGN.kai);
    await lab.poll();
    expect(lab.jira.world.issues(project.key).map(({ summary }) => summary)).toEqual([
      'Short enough',
    ]);
    expect(await lab.parked()).toEqual([]);
  });
});

describe('a description of 40 kB and one of 200 kB', () => {
  test.each([40, 200])('of %i kB goes across whole, or not at all', async (kilobytes) => {
    const project = await lab.newProject();
    const { key } = await newStory(project);
    const words = `${'lorem ipsum dolor '.repeat((kilobytes * 1000) / 18)}end`;
    await editInAlign(key, { description: `<p>${words}</p>`, effortPoints: 1 });
    const { description, points } = lab.jira.world.view(key);
    expect(points).toBe(1);
    if (description !== words) {
      expect(description).toBe('');
      const { problem } = (await lab.link(key)) ?? {};
      expect(problem?.remedy).not.toBe('');
    }
    expect((await lab.item(key)).fields.description).toBe(`<p>${words}</p>`);
  });
});

describe('characters of every kind', () => {
  const TEXTS = [
    '👩‍👩‍👧‍👦 family 🇵🇹 flag 👍🏽',
    'שלום עולם‎ – ‏مرحبا بالعالم',
    'e\u0301 combining, 漢字, ﬁ ligature, ½, "quotes" & <tags>',
    'Ｆｕｌｌ　ｗｉｄｔｈ',
    "O'Brien's 100% {{curly}} $filter eq 'x'",
  ];

  test.each(TEXTS)('%s goes both ways unchanged', async (text) => {
    const project = await lab.newProject();
    const { key } = await newStory(project, { summary: text, description: null });
    const expected = text.replace(/\s+/gu, ' ').trim();
    expect((await lab.item(key)).fields.title).toBe(expected);
    const encoded = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    await editInAlign(key, { title: `${text}!`, description: `<p>${encoded}</p>` });
    expect(lab.jira.world.view(key)).toMatchObject({ summary: `${expected}!`, description: text });
    lab.forgetRequests();
    await lab.poll();
    await lab.upkeep();
    expect(lab.writes()).toEqual([]);
  });

  test("an issue is found again by a title full of them when the creation's answer is lost", async () => {
    const project = await lab.newProject();
    for (const [index, text] of TEXTS.entries()) {
      lab.align.faults.next({ method: 'POST' }, { dropAfterEffect: true });
      lab.jira.world.create(BO, { project: project.key, type: 'Bug', summary: text });
      while (lab.align.requests.filter(({ method }) => method === 'POST').length <= index) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    await lab.site.host.idle();
    lab.passMinutes(2);
    await lab.settle();
    lab.passMinutes(-2);
    const made = lab.align.world
      .items('defect')
      .filter(({ fields }) => fields.programId === project.programId);
    expect(made).toHaveLength(TEXTS.length);
    for (const issue of lab.jira.world.issues(project.key)) {
      expect(await lab.link(issue.key)).toMatchObject({ status: 'in-step' });
    }
  });
});

describe('people', () => {
  test('an assignee who hides the address is not guessed: the owner stays, with the reason', async () => {
    const project = await lab.newProject();
    const { key } = await newStory(project, { assignee: BO });
    lab.jira.world.edit(BO, key, { assignee: MIA, summary: 'After' });
    await lab.settle();
    expect((await lab.item(key)).fields).toMatchObject({ title: 'After', ownerId: IN_ALIGN.bo });
    const { problem } = (await lab.link(key)) ?? {};
    expect(problem).toMatchObject({ code: 'OWNER_HIDDEN_EMAIL' });
    expect(problem?.message).toContain('Mia Krystof');
  });

  test('an owner who is not in Jira is not guessed: the assignee stays, with the reason', async () => {
    const project = await lab.newProject();
    const { key } = await newStory(project, { assignee: BO });
    await editInAlign(key, { ownerId: IN_ALIGN.kai, title: 'After' });
    expect(lab.jira.world.view(key)).toMatchObject({ summary: 'After', assignee: BO });
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'OWNER_NOT_IN_JIRA' } });
    await editInAlign(key, { ownerId: IN_ALIGN.ana });
    expect(lab.jira.world.view(key).assignee).toBe(ANA);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });
  });
});

test('a label with a comma, which would be two tags, is refused with its remedy', async () => {
  const project = await lab.newProject();
  const { key } = await newStory(project, { labels: ['a'] });
  lab.jira.world.edit(BO, key, { labels: ['a', 'b,c'], summary: 'After' });
  await lab.settle();
  expect((await lab.item(key)).fields).toMatchObject({ title: 'After', tags: 'a' });
  expect(await lab.link(key)).toMatchObject({ problem: { code: 'LABEL_WITH_COMMA' } });
});

test('a status that is not mapped leaves the state alone, and says where to map it', async () => {
  const project = await lab.newProject(({ states }) => {
    const { '10102': _, ...toAlign } = states.story?.toAlign ?? {};
    return { states: { ...states, story: { toAlign, toJira: states.story?.toJira ?? {} } } };
  });
  const { key } = await newStory(project);
  lab.jira.world.transition(BO, key, 'In Review');
  await lab.settle();
  expect((await lab.item(key)).fields.state).toBe(1);
  const { problem } = (await lab.link(key)) ?? {};
  expect(problem).toMatchObject({ code: 'STATUS_NOT_MAPPED' });
  expect(problem?.remedy).toContain('In Review');
});

describe('answers with properties that nobody knows yet', () => {
  test('of Jira Align are passed over', async () => {
    const project = await lab.newProject();
    const { key } = await newStory(project);
    const item = await lab.item(key);
    const answer = {
      ...item.fields,
      title: 'From a newer version',
      id: item.id,
      isRecycled: false,
      brandNew: { deep: [1, null, { x: 'y' }] },
      state: 2,
      lastUpdatedBy: 1201,
      tags: null,
      links: [{ name: null, link: 'https://acme.example', kind: 7 }],
    };
    lab.align.faults.next(
      { method: 'GET', path: new RegExp(`/Stories/${item.id}$`) },
      {
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(answer),
      },
    );
    await lab.site.admin('resync', { issueId: lab.jira.world.view(key).id });
    await lab.settle();
    expect(lab.jira.world.view(key)).toMatchObject({
      summary: 'From a newer version',
      status: 'In Progress',
    });
  });

  test('of Jira are passed over', async () => {
    const project = await lab.newProject();
    const { key, id } = await newStory(project);
    lab.forgetRequests();
    const path = new RegExp(`/issue/${id}$`);
    const real = await fetch(
      `${lab.jira.url}/rest/api/3/issue/${id}?properties=align.link&expand=changelog`,
      { headers: { 'x-forge-as': 'app' } },
    );
    const answer = (await real.json()) as { fields: Record<string, unknown> };
    const body = JSON.stringify({
      ...answer,
      brandNew: true,
      fields: {
        ...answer.fields,
        summary: 'From a newer Jira',
        customfield_99999: { type: 'unknown', value: [] },
        updated: '2030-01-01T00:00:00.000+0000',
      },
    });
    const headers = { 'Content-Type': 'application/json' };
    lab.jira.faults.next({ method: 'GET', path }, { status: 200, headers, body });
    await lab.site.admin('resync', { issueId: id });
    await lab.settle();
    expect((await lab.item(key)).fields.title).toBe('From a newer Jira');
  });
});
