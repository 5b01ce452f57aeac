/**
 * Guarantee: an item of Jira Align gets one issue and one pair, however many imports of it run at the same moment and
 * whichever of them are cut off. What decides is the claim on the item, which the store compares, and not the queue.
 */
import { ofItem, Scene } from '../simulation/scene';

async function claimed(cut: RegExp) {
  const scene = await Scene.open();
  const item = scene.newItem('Checkout');
  expect(await scene.until(scene.deliver(ofItem(item), { cut: { before: cut } }))).toBe('killed');
  return { scene, item };
}

function expectOnePair({ final, world }: Scene): void {
  expect(world.jira.live()).toHaveLength(1);
  expect(final.pairs).toHaveLength(1);
  expect(final.pairs[0]).toMatchObject({ pair: { status: 'paired', sequence: 1 } });
  expect(final.pairs[0]?.entries.map(({ sequence }) => sequence)).toEqual([1]);
}

test('two new attempts at once make one issue', async () => {
  const scene = await Scene.open();
  const item = scene.newItem('Checkout');
  const both = [scene.deliver(ofItem(item)), scene.deliver(ofItem(item))];
  const outcomes = await scene.until(Promise.all(both));
  expect(outcomes).toContainEqual({ kind: 'done', outcome: 'created' });
  expect(outcomes).toContainEqual(expect.objectContaining({ code: 'CONCURRENT_CHANGE' }));
  expectOnePair(scene);
});

test('two attempts at once after one that was cut off before it created: only one goes on', async () => {
  const { scene, item } = await claimed(/jira createIssue/);
  scene.pass(3);
  const both = [scene.deliver(ofItem(item)), scene.deliver(ofItem(item))];
  const outcomes = await scene.until(Promise.all(both));
  expect(outcomes).toContainEqual({ kind: 'done', outcome: 'created' });
  expect(outcomes).toContainEqual(expect.objectContaining({ code: 'CONCURRENT_CHANGE' }));
  expectOnePair(scene);
});

test('two attempts at once after one that was cut off after it created: one pair, one history', async () => {
  const { scene, item } = await claimed(/kvs transaction/);
  scene.pass(3);
  const both = [scene.deliver(ofItem(item)), scene.deliver(ofItem(item))];
  const outcomes = await scene.until(Promise.all(both));
  expect(outcomes).toContainEqual({ kind: 'done', outcome: 'adopted' });
  expect(outcomes).toContainEqual(expect.objectContaining({ code: 'CONCURRENT_CHANGE' }));
  expectOnePair(scene);
});

test('an attempt that gives up does not free the item that another one holds by now', async () => {
  const { scene, item } = await claimed(/jira createIssue/);
  scene.pass(3);
  const { world } = scene;
  // The second attempt is refused by Jira while a third has taken the claim over.
  const taken = await scene.until(
    scene.start(async (deps) => {
      const held = await deps.pairs.alignRef(item);
      if (held === null) throw new Error('Nobody holds the item.');
      await deps.pairs.renewAlignRef(item, { ...held, claim: 'third' }, held);
      await deps.pairs.releaseAlignRef(item, held);
      return deps.pairs.alignRef(item);
    }),
  );
  expect(taken).toMatchObject({ claim: 'third', issueId: null });
  expect(world.jira.live()).toHaveLength(0);
});

test('a claim from before claims had names can be taken over once', async () => {
  const { scene, item } = await claimed(/jira createIssue/);
  const row = scene.world.store.get('entity:align-ref', `story:${item.id}`);
  const { claim, record, ...rest } = row.value as Record<string, unknown>;
  expect(claim).toEqual(expect.any(String));
  const { claim: named, ...old } = record as Record<string, unknown>;
  expect(named).toBe(claim);
  scene.world.store.set('entity:align-ref', `story:${item.id}`, { ...rest, record: old });
  scene.pass(3);
  const both = [scene.deliver(ofItem(item)), scene.deliver(ofItem(item))];
  await scene.until(Promise.all(both));
  expectOnePair(scene);
});
