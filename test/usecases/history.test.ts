/**
 * Guarantee: every effect has an entry that names the person behind it, the account it was written as, the old and
 * the new value of each field, what it cost and how long it took; and the entry is stored in the one transaction
 * that also stores the pair's new baseline.
 */
import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../src/contract';
import type { Pair } from '../../src/domain/pair';
import { useLab } from './support/lab';
import { ANA, APP, BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

async function newStory(
  project: Project,
  description = 'Short',
): Promise<{ key: string; id: string }> {
  const { key, id } = lab.jira.world.create(ANA, {
    project: project.key,
    type: 'Story',
    summary: 'Before',
    description,
    points: 1,
  });
  await lab.settle();
  return { key, id };
}

async function lastEntry(issueId: string) {
  const [last] = (await lab.history({ issueId })).slice(-1);
  if (last === undefined) throw new Error('There is no history.');
  return last;
}

const SERVICE_ACCOUNT = { side: 'align', id: IN_ALIGN.app, name: 'Jira Sync (service account)' };
const APP_ACCOUNT = { side: 'jira', id: APP, name: 'Align Connector for Jira' };

test('an edit in Jira: who made it, as whom it was written, what it was and what it is', async () => {
  const project = await lab.newProject();
  const { key, id } = await newStory(project);
  lab.jira.world.edit(BO, key, { summary: 'After', points: 5 });
  await lab.settle();
  const { alignId } = (await lab.link(key)) ?? {};
  expect(await lastEntry(id)).toMatchObject({
    direction: 'to-align',
    outcome: 'updated',
    code: 'UPDATED',
    message: 'Updated title and points in Jira Align.',
    issueKey: key,
    issueId: id,
    projectId: project.id,
    alignType: 'story',
    alignId,
    issueUrl: `${lab.jira.url}/browse/${key}`,
    person: { side: 'jira', id: BO, name: 'Bo Chen' },
    writtenAs: SERVICE_ACCOUNT,
    hint: { source: 'jira-event' },
    changes: [
      {
        field: 'title',
        origin: 'jira',
        outcome: 'applied',
        from: { text: 'Before' },
        to: { text: 'After' },
        by: { id: BO, name: 'Bo Chen' },
      },
      { field: 'points', from: { text: '1' }, to: { text: '5' }, by: { id: BO } },
    ],
  });
});

test('an edit in Jira Align: its last editor, by name', async () => {
  const project = await lab.newProject();
  const { key, id } = await newStory(project);
  const item = await lab.item(key);
  lab.align.world.edit('story', item.id, { title: 'After', state: 2 }, IN_ALIGN.bo);
  await lab.poll();
  const bo = { side: 'align', id: IN_ALIGN.bo, name: 'Bo Chen' };
  expect(await lastEntry(id)).toMatchObject({
    direction: 'to-jira',
    outcome: 'updated',
    person: bo,
    writtenAs: APP_ACCOUNT,
    hint: { source: 'align-poll' },
    changes: [
      { field: 'title', origin: 'align', from: { text: 'Before' }, to: { text: 'After' }, by: bo },
      { field: 'state', from: { text: 'To Do' }, to: { text: 'In Progress' }, by: bo },
    ],
  });
});

test('people by name where a change is about people', async () => {
  const project = await lab.newProject();
  const { key, id } = await newStory(project);
  lab.jira.world.edit(ANA, key, { assignee: BO });
  await lab.settle();
  expect((await lastEntry(id)).changes).toMatchObject([
    { field: 'owner', from: null, to: { text: 'Bo Chen' } },
  ]);
  lab.align.world.edit('story', (await lab.item(key)).id, { ownerId: IN_ALIGN.ana }, IN_ALIGN.kai);
  await lab.poll();
  expect(await lastEntry(id)).toMatchObject({
    person: { name: 'Kai Lund' },
    changes: [{ field: 'owner', from: { text: 'Bo Chen' }, to: { text: 'Ana Silva' } }],
  });
});

test('the author of each change from the changelog, not whoever caused the event', async () => {
  const project = await lab.newProject();
  const { key, id } = await newStory(project);
  lab.jira.world.edit({ accountId: BO, viaApp: true }, key, { summary: 'By Bo' });
  lab.jira.world.edit(ANA, key, { points: 3 });
  await lab.settle();
  const { changes } = await lastEntry(id);
  expect(changes.map(({ field, by }) => [field, by?.name])).toEqual([
    ['title', 'Bo Chen'],
    ['points', 'Ana Silva'],
  ]);
});

test('nobody, where Jira Align names only the account of the app itself', async () => {
  const project = await lab.newProject();
  const { key, id } = await newStory(project);
  const item = await lab.item(key);
  lab.align.world.edit('story', item.id, { title: 'By a script' }, IN_ALIGN.app);
  await lab.poll();
  expect(await lastEntry(id)).toMatchObject({ person: null, writtenAs: APP_ACCOUNT });
});

test('a creation: its creator, and every value', async () => {
  const project = await lab.newProject();
  const { id } = await newStory(project);
  expect(await lastEntry(id)).toMatchObject({
    outcome: 'created',
    direction: 'to-align',
    person: { side: 'jira', id: ANA, name: 'Ana Silva' },
    writtenAs: SERVICE_ACCOUNT,
  });
  const { changes } = await lastEntry(id);
  expect(changes.map(({ field }) => field)).toEqual(['title', 'description', 'points']);
});

test('an imported item: the person who made it in Jira Align', async () => {
  const project = await lab.newProject();
  const { id } = lab.align.world.create(
    'story',
    { title: 'Made by Kai', programId: project.programId },
    IN_ALIGN.kai,
  );
  await lab.upkeep();
  const created = (await lab.history({ projectId: project.id })).find(
    ({ outcome }) => outcome === 'created',
  );
  expect(created).toMatchObject({
    alignId: id,
    direction: 'to-jira',
    person: { side: 'align', id: IN_ALIGN.kai, name: 'Kai Lund' },
    writtenAs: APP_ACCOUNT,
  });
});

test('a long text is shortened, with its length and a hash of the whole', async () => {
  const project = await lab.newProject();
  const { key, id } = await newStory(project);
  const whole = 'A sentence of some length. '.repeat(200).trim();
  lab.jira.world.edit(BO, key, { description: whole });
  await lab.settle();
  const [change] = (await lastEntry(id)).changes;
  expect(change?.to).toEqual({
    text: `${whole.slice(0, 300)}…`,
    length: whole.length,
    shortened: true,
    sha256: createHash('sha256').update(whole).digest('hex'),
  });
  expect(change?.from).toMatchObject({ text: 'Short', shortened: false, sha256: null });
});

test('requests and points are those that were really made', async () => {
  const project = await lab.newProject();
  const { key, id } = await newStory(project);
  lab.forgetRequests();
  lab.jira.world.edit(BO, key, { summary: 'Counted' });
  await lab.settle();
  const made = {
    jira: lab.jira.requests.length,
    jiraPoints: lab.jira.requests.reduce((sum, { points }) => sum + points, 0),
    align: lab.align.requests.length,
  };
  const entry = await lastEntry(id);
  expect(made).toEqual({ jira: 1, jiraPoints: 2, align: 2 });
  expect(entry.requests).toEqual(made);
  expect(entry.durationMs).toBeGreaterThan(0);
  expect(Date.parse(entry.at) - Date.parse(entry.hint.at)).toBeGreaterThanOrEqual(0);
});

test('entry and baseline are stored in one transaction, after one that says what will be written', async () => {
  const project = await lab.newProject();
  const { key, id } = await newStory(project);
  lab.forgetRequests();
  lab.jira.world.edit(BO, key, { summary: 'In one transaction' });
  await lab.settle();
  const [run] = lab.site.host
    .usage()
    .invocations.filter(({ functionKey }) => functionKey === 'reconcile');
  expect(run?.kvs).toMatchObject({ writes: 0, transactions: 2 });

  const pair = storedPair(id);
  const entries = await lab.history({ issueId: id });
  expect(pair.sequence).toBe(entries.length);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  expect(pair.baseline.title?.jira?.shown?.text).toBe('In one transaction');
});

test('settings have their entries too: who connected, who mapped', async () => {
  const project = await lab.newProject();
  const entries = await lab.history({ projectId: project.id });
  expect(entries).toMatchObject([
    {
      outcome: 'setting-changed',
      code: 'MAPPING_SAVED',
      person: { side: 'jira', name: 'Ada Okafor' },
    },
  ]);
  const [first] = await lab.history();
  expect(first).toMatchObject({ code: 'CONNECTED', person: { name: 'Ada Okafor' } });
});

test('it can be searched by key, person and value, and says nothing of another project', async () => {
  const project = await lab.newProject();
  const { key } = await newStory(project);
  lab.jira.world.edit(BO, key, { summary: 'A needle in the hay' });
  await lab.settle();
  for (const q of [key, 'Bo Chen', 'needle']) {
    const found = await lab.history({ projectId: project.id, q });
    expect(found.some(({ issueKey }) => issueKey === key)).toBe(true);
  }
  expect(await lab.history({ projectId: project.id, q: 'no such thing' })).toEqual([]);
  const all = await lab.history({ projectId: project.id });
  expect(new Set(all.map((entry: AuditEntry) => entry.projectId))).toEqual(new Set([project.id]));
});

function storedPair(issueId: string): Pair {
  const dump = lab.site.host.kvs.dump() as Record<string, { key: string; value: unknown }[]>;
  const row = dump['entity:pair']?.find(({ key }) => key === issueId);
  if (row === undefined) throw new Error('There is no such pair.');
  return (row.value as { record: Pair }).record;
}
