/**
 * Guarantee: an item whose creation got no answer, and that a person renames before the app looks for it, is found all
 * the same and keeps its new name. When it cannot be told which item it is, the app takes none and asks.
 */
import { ANA_IN_ALIGN, ofIssue, ofItem, Scene } from '../simulation/scene';
import type { Issue } from '../simulation/models/jira';

const LOST = { unanswered: /align createItem/ };

/** The links tell whose an item is, so there are none. */
async function lostCreations(...titles: string[]) {
  const scene = await Scene.open({ links: 'forgotten' });
  const issues: Issue[] = [];
  for (const title of titles) {
    const issue = scene.newIssue(title);
    await scene.until(scene.deliver(ofIssue(issue), { cut: LOST }));
    issues.push(issue);
  }
  const items = scene.world.align.live();
  for (const item of items) {
    scene.world.align.edit(item, ANA_IN_ALIGN, { title: `${item.title}, renamed` });
  }
  scene.pass(2);
  return { scene, issues, items };
}

test('the only item that nothing else accounts for is the one', async () => {
  const { scene, issues, items } = await lostCreations('Checkout');
  const [issue] = issues;
  if (issue === undefined) throw new Error('There is no issue.');
  // It is looked at twice before it is taken.
  for (const attempt of [0, 1]) await scene.until(scene.deliver(ofIssue(issue), { attempt }));
  expect(scene.world.align.live()).toEqual(items);
  expect([items[0]?.title, issue.summary]).toEqual(['Checkout, renamed', 'Checkout, renamed']);
});

test('of two none is taken: both issues are parked and name the items, until a person has told', async () => {
  const { scene, issues, items } = await lostCreations('Checkout', 'Basket');
  for (const issue of issues) {
    const outcome = await scene.until(scene.deliver(ofIssue(issue), { attempt: 6 }));
    expect(outcome).toEqual({ kind: 'done', outcome: 'parked' });
    const { problem } = scene.final.parked.get(`issue-${issue.id}`) ?? {};
    expect(problem).toMatchObject({ code: 'ORPHAN_UNCLEAR' });
    for (const { id } of items) expect(problem?.message).toContain(String(id));
    expect(problem?.remedy).toContain(issue.summary);
  }
  const [checkout] = items;
  if (checkout === undefined) throw new Error('There is no item.');
  scene.world.align.edit(checkout, ANA_IN_ALIGN, { title: 'Checkout' });
  for (const issue of [...issues, ...issues]) {
    await scene.until(scene.deliver(ofIssue(issue), { attempt: 6 }));
  }
  expect(scene.world.align.live()).toHaveLength(2);
  expect(scene.final.parked.size).toBe(0);
});

test('the poll does not take it for an item of a person', async () => {
  const { scene, items } = await lostCreations('Checkout');
  const [item] = items;
  if (item === undefined) throw new Error('There is no item.');
  for (const attempt of [0, 1, 2]) {
    await scene.until(scene.deliver(ofItem(item), { source: 'align-poll', attempt }));
  }
  expect(scene.world.jira.live()).toHaveLength(1);
});

test('what the same account has made by hand becomes an issue, once nothing is being created', async () => {
  const scene = await Scene.open({ links: 'forgotten' });
  const item = scene.newItem('By hand');
  item.createdBy = '2001';
  await scene.until(scene.deliver(ofItem(item), { source: 'align-poll', attempt: 0 }));
  expect(scene.world.jira.live()).toHaveLength(0);
  await scene.until(scene.deliver(ofItem(item), { source: 'align-poll', attempt: 1 }));
  expect(scene.world.jira.live()).toMatchObject([{ summary: 'By hand' }]);
});
