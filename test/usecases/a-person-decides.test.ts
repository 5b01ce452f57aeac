/**
 * Guarantee: where a mapping says to ask, a field that both sides have changed stays as it is on both while the rest
 * syncs, until an admin chooses; the other value and who chose stand in the history.
 */
import { ruled } from '../domain/arbitrary-mapping';
import { useLab } from './support/lab';
import { BO, IN_ALIGN } from './support/people';

const lab = useLab();

async function conflict() {
  const project = await lab.newProject((mapping) =>
    ruled(mapping, () => ({ direction: 'both', policy: 'ask' })),
  );
  const { key, id } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Before',
  });
  await lab.settle();
  const item = await lab.item(key);
  const edit = { title: 'Named in Align', effortPoints: 8 };
  lab.align.world.edit('story', item.id, edit, IN_ALIGN.ana);
  lab.jira.world.edit(BO, key, { summary: 'Named in Jira' });
  await lab.settle();
  return { key, id, alignId: item.id };
}

test('neither side is written and the rest syncs, until a person chooses', async () => {
  const { key, id } = await conflict();
  expect(lab.jira.world.view(key)).toMatchObject({ summary: 'Named in Jira', points: 8 });
  expect((await lab.item(key)).fields.title).toBe('Named in Align');
  expect(await lab.link(key)).toMatchObject({
    status: 'attention',
    problem: { code: 'CONFLICT' },
    conflicts: [
      { field: 'title', jira: { text: 'Named in Jira' }, align: { text: 'Named in Align' } },
    ],
  });

  await lab.site.admin('decideConflict', { issueId: id, field: 'title', side: 'align' });
  await lab.settle();
  expect(lab.jira.world.view(key).summary).toBe('Named in Align');
  expect(await lab.link(key)).toMatchObject({ status: 'in-step', problem: null, conflicts: [] });
  const changes = (await lab.history({ issueId: id })).flatMap((entry) => entry.changes);
  const overruled = changes.find(({ outcome }) => outcome === 'overruled');
  expect(overruled).toMatchObject({ origin: 'jira', to: { text: 'Named in Jira' } });
  expect(overruled?.decidedBy?.name).toBeTruthy();

  lab.forgetRequests();
  await lab.upkeep();
  expect(lab.writes()).toEqual([]);
});

test('a choice of what is in conflict no more is refused with what to do', async () => {
  const { key, id, alignId } = await conflict();
  lab.align.world.edit('story', alignId, { title: 'Named in Jira' }, IN_ALIGN.ana);
  await lab.poll();
  expect(await lab.link(key)).toMatchObject({ status: 'in-step' });
  await expect(
    lab.site.admin('decideConflict', { issueId: id, field: 'title', side: 'jira' }),
  ).rejects.toThrow(/not in conflict/);
});
