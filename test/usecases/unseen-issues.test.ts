/**
 * Guarantee: an issue of a mapped project that the app may not see is not passed over without a word. It is parked
 * with its remedy and paired when it can be seen, and one that was deleted does not stay parked for ever.
 */
import { ofIssue, Scene } from '../simulation/scene';

async function hidden() {
  const scene = await Scene.open();
  const issue = scene.newIssue('Secret');
  issue.hiddenUntil = Infinity;
  await scene.settle();
  const parked = () => scene.final.parked.get(`issue-${issue.id}`);
  return { scene, issue, parked };
}

test('it is parked with a remedy, and paired when it can be seen', async () => {
  const { scene, issue, parked } = await hidden();
  expect(parked()?.problem).toMatchObject({ code: 'ISSUE_NOT_VISIBLE' });
  expect(parked()?.problem.remedy).toContain('Browse Projects');
  issue.hiddenUntil = 0;
  await scene.until(scene.deliver(ofIssue(issue), { source: 'retry', thorough: true }));
  expect(parked()).toBeUndefined();
  expect(scene.final.byIssue.get(issue.id)?.pair.status).toBe('paired');
});

test('an event that does not name its project leaves it parked', async () => {
  const { scene, issue, parked } = await hidden();
  const target = { ...ofIssue(issue), projectId: null };
  expect(await scene.until(scene.deliver(target))).toEqual({ kind: 'done', outcome: 'parked' });
  expect(parked()?.problem.code).toBe('ISSUE_NOT_VISIBLE');
});

test('the event of its deletion lets it go', async () => {
  const { scene, issue, parked } = await hidden();
  scene.world.jira.delete(issue, { side: 'jira', id: 'jira-bo', name: 'Bo' });
  await scene.settle();
  expect(parked()).toBeUndefined();
});

test('without that event it is let go after seven days, and not before', async () => {
  const { scene, issue, parked } = await hidden();
  const again = () => scene.until(scene.deliver(ofIssue(issue), { source: 'retry' }));
  scene.pass(6 * 24 * 60);
  await again();
  expect(parked()).toBeDefined();
  scene.pass(2 * 24 * 60);
  expect(await again()).toEqual({ kind: 'done', outcome: 'skipped' });
  expect(parked()).toBeUndefined();
});

test('where its item is removed, it is not said to be deleted for certain', async () => {
  const scene = await Scene.open({}, {}, { whenItemRemoved: 'delete' });
  const { issue, item } = await scene.newPair('Secret');
  issue.hiddenUntil = Infinity;
  item.removed = true;
  await scene.until(scene.deliver(ofIssue(issue), { source: 'align-poll' }));
  const ended = scene.final.byIssue.get(issue.id)?.entries.at(-1);
  expect(ended).toMatchObject({ outcome: 'unlinked', code: 'ISSUE_DELETED' });
  expect(ended?.message).toContain('or is hidden from the app');
  expect(ended?.remedy).toContain('If the issue is still there');
  expect(issue.deleted).toBe(false);
});
