/**
 * Guarantee: what no event has told is found all the same. Changes made while a project is switched off arrive after
 * it is switched on again, once each; a sweep that finds nothing missed writes nothing.
 */
import { useLab } from './support/lab';
import { BO } from './support/people';

const lab = useLab();

test('an edit and a creation while the project is off arrive with the next sweep after it is on', async () => {
  const project = await lab.newProject();
  const story = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Before the pause',
  });
  await lab.settle();
  await project.save({ enabled: false });
  lab.jira.world.edit(BO, story.key, { summary: 'During the pause' });
  const late = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Made during the pause',
  });
  await lab.settle();
  expect((await lab.item(story.key)).fields.title).toBe('Before the pause');

  await project.save({ enabled: true });
  await lab.upkeep();
  expect((await lab.item(story.key)).fields.title).toBe('During the pause');
  expect((await lab.item(late.key)).fields.title).toBe('Made during the pause');
  expect(
    lab.align.world.items('story').filter(({ fields }) => fields.title === 'Made during the pause'),
  ).toHaveLength(1);
});

test('a sweep after everything has arrived writes nothing', async () => {
  const project = await lab.newProject();
  for (const summary of ['One', 'Two', 'Three']) {
    lab.jira.world.create(BO, { project: project.key, type: 'Story', summary });
  }
  await lab.settle();
  lab.forgetRequests();
  await lab.upkeep();
  expect(lab.jira.requests.some(({ path }) => path === '/rest/api/3/search/jql')).toBe(true);
  expect(lab.writes()).toEqual([]);
});
