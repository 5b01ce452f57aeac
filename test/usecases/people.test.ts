/**
 * Guarantee: a person goes across by e-mail address, then by the table that the admins edit, and never by a guess.
 * Who is not certain leaves the field as it is, with the reason; a row heals what was refused for want of it; and two
 * admins who edit the table at once do not undo each other.
 */
import { refusal } from './support/ask';
import { useLab } from './support/lab';
import { ADA, ANA, BO, IN_ALIGN, MIA } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

const list = () => lab.site.admin('listPeople', {});
async function match(accountId: string, uid: string) {
  return lab.site.admin('savePerson', { version: (await list()).version, accountId, uid });
}
async function unmatchAll() {
  for (const { accountId } of (await list()).rows) {
    await lab.site.admin('removePerson', { version: (await list()).version, accountId });
  }
}
afterEach(unmatchAll);

async function newStory(project: Project, assignee: string) {
  const summary = 'A story';
  const issue = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary,
    assignee,
  });
  await lab.settle();
  return issue.key;
}
async function editOwner(key: string, ownerId: string) {
  const { id } = await lab.item(key);
  lab.align.world.edit('story', id, { ownerId }, IN_ALIGN.bo);
  await lab.poll();
}

describe('the people table', () => {
  test('carries a person who hides the address, both ways, as soon as the row is saved', async () => {
    const project = await lab.newProject();
    const key = await newStory(project, MIA);
    expect((await lab.item(key)).fields.ownerId).not.toBe(IN_ALIGN.mia);
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'OWNER_HIDDEN_EMAIL' } });
    const saved = await match(MIA, IN_ALIGN.mia);
    expect(saved.rows).toMatchObject([
      { accountId: MIA, accountName: 'Mia Krystof', uid: IN_ALIGN.mia },
    ]);
    await lab.settle();
    expect((await lab.item(key)).fields.ownerId).toBe(IN_ALIGN.mia);
    expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null });

    await editOwner(key, IN_ALIGN.ana);
    await editOwner(key, IN_ALIGN.mia);
    expect(lab.jira.world.view(key).assignee).toBe(MIA);
  });

  test('is asked after the e-mail address, which a row may not contradict', async () => {
    const { version } = await list();
    const error = await refusal(lab.site, 'savePerson', {
      version,
      accountId: ANA,
      uid: IN_ALIGN.kai,
    });
    expect(error).toMatchObject({ code: 'INVALID_INPUT', field: 'accountId' });
    expect(error.message).toContain('Ana Silva');
    expect(await list()).toMatchObject({ version, rows: [] });
  });

  test('takes each person once, and only those whom both sides know', async () => {
    const { version } = await match(MIA, IN_ALIGN.mia);
    for (const [input, code] of [
      [{ accountId: MIA, uid: IN_ALIGN.kai }, 'INVALID_INPUT'],
      [{ accountId: MIA, uid: 'nobody' }, 'INVALID_INPUT'],
      [{ accountId: '712020:nobody', uid: IN_ALIGN.kai }, 'INVALID_INPUT'],
    ] as const) {
      const error = await refusal(lab.site, 'savePerson', { version, ...input });
      expect(error).toMatchObject({ code });
      expect(error.remedy).not.toBe('');
    }
    expect((await list()).version).toBe(version);
  });

  test('does not let one admin undo what another has saved meanwhile', async () => {
    const { version } = await list();
    await match(MIA, IN_ALIGN.mia);
    for (const error of [
      await refusal(lab.site, 'savePerson', { version, accountId: ADA, uid: IN_ALIGN.kai }),
      await refusal(lab.site, 'removePerson', { version, accountId: MIA }),
    ]) {
      expect(error).toMatchObject({ code: 'CONFLICT', remedy: expect.stringContaining('again') });
    }
    expect((await list()).rows).toHaveLength(1);
  });

  test('keeps in the history who changed it', async () => {
    await match(MIA, IN_ALIGN.mia);
    await unmatchAll();
    const [saved, removed] = (await lab.history()).slice(-2);
    expect([saved, removed]).toMatchObject([
      { outcome: 'setting-changed', code: 'PERSON_SAVED', person: { id: ADA } },
      { outcome: 'setting-changed', code: 'PERSON_REMOVED', person: { id: ADA } },
    ]);
    expect(saved?.message).toContain('Mia Krystof');
  });

  test('finds people to choose from on both sides', async () => {
    expect(await lab.site.admin('searchJiraPeople', { q: 'mia' })).toEqual({
      items: [{ accountId: MIA, name: 'Mia Krystof' }],
    });
    for (const q of ['kai', 'Kai Lund', 'kai lund', IN_ALIGN.kai, 'kai.lund@acme.example']) {
      const { items } = await lab.site.admin('searchAlignPeople', { q });
      expect(items.map(({ uid }) => uid)).toContain(IN_ALIGN.kai);
    }
    expect(await lab.site.admin('searchAlignPeople', { q: "O'Nobody" })).toEqual({ items: [] });
    expect(await lab.site.admin('searchAlignPeople', { q: ' ' })).toEqual({ items: [] });
  });
});

describe('nobody is guessed', () => {
  test('when two Jira Align users have one address', async () => {
    const { people } = lab.align.world;
    const twin = people.byUid(IN_ALIGN.bo);
    if (twin === undefined) throw new Error('Bo is gone.');
    people.put({ ...twin, id: 9_001, uid: 'Bo.Twin' });
    const project = await lab.newProject();
    const key = await newStory(project, BO);
    expect((await lab.item(key)).fields.ownerId).toBeNull();
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'OWNER_AMBIGUOUS' } });
    await match(BO, IN_ALIGN.bo);
    await lab.settle();
    expect((await lab.item(key)).fields.ownerId).toBe(IN_ALIGN.bo);
    people.put({ ...twin, id: 9_001, uid: 'Bo.Twin', email: 'twin@acme.example' });
  });

  test('when the Jira account has been switched off since it was last matched', async () => {
    const project = await lab.newProject();
    const key = await newStory(project, MIA);
    await editOwner(key, IN_ALIGN.ana);
    expect(lab.jira.world.view(key).assignee).toBe(ANA);
    const ana = lab.jira.world.people.find(({ accountId }) => accountId === ANA);
    if (ana === undefined) throw new Error('Ana is gone.');
    await editOwner(key, IN_ALIGN.bo);
    ana.active = false;
    lab.passMinutes(25 * 60);
    await editOwner(key, IN_ALIGN.ana);
    expect(lab.jira.world.view(key).assignee).toBe(BO);
    expect(await lab.link(key)).toMatchObject({ problem: { code: 'OWNER_INACTIVE' } });
    ana.active = true;
  });
});
