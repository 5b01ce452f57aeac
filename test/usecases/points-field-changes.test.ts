/**
 * Guarantee: mapping the points to another Jira field empties nothing. The new field has agreed to nothing yet, so a
 * side that has points fills the side that has none, and from then on the two are kept in step.
 */
import { customField } from '../../sandbox/jira';
import { useLab } from './support/lab';
import { BO } from './support/people';

const lab = useLab();

test('points in Jira Align survive the change of the Jira field, and fill it', async () => {
  const effort = customField(10077, 'Effort', 'number');
  lab.jira.world.addField(effort);
  const project = await lab.newProject();
  const { key } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Story',
    summary: 'Five points',
    points: 5,
  });
  await lab.settle();
  expect((await lab.item(key)).fields.effortPoints).toBe(5);

  await project.save({ jiraFields: { points: 'customfield_10077' } });
  lab.jira.world.edit(BO, key, { summary: 'Still five points' });
  await lab.settle();
  expect((await lab.item(key)).fields.effortPoints).toBe(5);
  expect(lab.jira.world.issue(key).values.customfield_10077).toBe(5);

  lab.jira.world.edit(BO, key, { fields: { customfield_10077: 8 } });
  await lab.settle();
  expect((await lab.item(key)).fields.effortPoints).toBe(8);
});
