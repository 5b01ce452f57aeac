/**
 * Guarantee: a run that is ended between its write and its record, or that gets no answer, costs no edit and invents
 * none. The next run knows which values are the app's own: a person who takes one back has made an edit, an edit in
 * Jira Align that was written over stands in the history, and a write that takes effect belatedly wins over nothing.
 */
import { ANA_IN_ALIGN, BO, ofIssue, ofItem, Scene } from '../simulation/scene';

const edits = (scene: Scene, issueId: string) =>
  (scene.final.byIssue.get(issueId)?.entries ?? []).flatMap(({ changes }) =>
    changes.map(({ field, outcome, origin, from, to }) =>
      [field, outcome, origin, from?.text ?? null, to?.text ?? null].join(' | '),
    ),
  );

const STOPPED = { after: /align updateItem/ };

test('an edit in Jira Align that a stopped run has written over stands in the history', async () => {
  const scene = await Scene.open({}, { policy: 'jira' });
  const { issue, item } = await scene.newPair('Before');
  scene.world.align.edit(item, ANA_IN_ALIGN, { title: 'By Ana' });
  scene.world.jira.edit(issue, BO, { summary: 'By Bo' });
  expect(await scene.until(scene.deliver(ofIssue(issue), { cut: STOPPED }))).toBe('killed');
  expect(item.title).toBe('By Bo');
  await scene.until(scene.deliver(ofIssue(issue)));
  expect([item.title, issue.summary]).toEqual(['By Bo', 'By Bo']);
  expect(edits(scene, issue.id)).toEqual(
    expect.arrayContaining([
      'title | overruled | align | Before | By Ana',
      'title | applied | jira | By Ana | By Bo',
    ]),
  );
});

test.each([
  ['Jira', 'align'],
  ['Jira Align', 'jira'],
] as const)(
  'a value that a stopped run has written to %s and that a person takes back where it came from stays taken back',
  async (_, from) => {
    // The policy would let the written value win, if it counted as an edit.
    const scene = await Scene.open({}, { policy: from === 'align' ? 'jira' : 'align' });
    const { issue, item } = await scene.newPair('Before');
    const { align, jira } = scene.world;
    const set = (title: string) =>
      from === 'align'
        ? align.edit(item, ANA_IN_ALIGN, { title })
        : jira.edit(issue, BO, { summary: title });
    set('After');
    const cut = { after: /jira editIssue|align updateItem/ };
    expect(await scene.until(scene.deliver(ofIssue(issue), { cut }))).toBe('killed');
    expect([item.title, issue.summary]).toEqual(['After', 'After']);
    set('Before');
    await scene.until(scene.deliver(ofIssue(issue)));
    // The event of the edit itself may come first.
    await scene.settle();
    expect([item.title, issue.summary]).toEqual(['Before', 'Before']);
  },
);

test('what a stopped run wrote is told once, and nothing is written again', async () => {
  const scene = await Scene.open();
  const { issue, item } = await scene.newPair('Before');
  scene.world.jira.edit(issue, BO, { summary: 'After' });
  await scene.until(scene.deliver(ofIssue(issue), { cut: STOPPED }));
  const { effects } = scene.world.ledger;
  for (let run = 0; run < 3; run += 1) await scene.until(scene.deliver(ofIssue(issue)));
  expect(scene.world.ledger.effects).toBe(effects);
  expect(item.title).toBe('After');
  const told = edits(scene, issue.id).filter((line) => line.startsWith('title | applied'));
  expect(told.slice(1)).toEqual(['title | applied | jira | Before | After']);
});

test('a write without an answer that takes effect after the next run does not win over a newer edit', async () => {
  const scene = await Scene.open();
  const { issue, item } = await scene.newPair('Before');
  const { align, jira } = scene.world;
  jira.edit(issue, BO, { summary: 'First' });
  await scene.until(scene.deliver(ofIssue(issue), { cut: { unanswered: /align updateItem/ } }));
  // As if the request were still under way.
  item.title = 'Before';
  jira.edit(issue, BO, { summary: 'Second' });
  await scene.until(scene.deliver(ofIssue(issue)));
  expect(item.title).toBe('Second');
  align.edit(item, '2001', { title: 'First' });
  await scene.until(scene.deliver(ofIssue(issue)));
  expect([item.title, issue.summary]).toEqual(['Second', 'Second']);
});

test('of two runs of one pair at once, the second is refused before it writes', async () => {
  const scene = await Scene.open();
  const { issue } = await scene.newPair('Before');
  scene.world.jira.edit(issue, BO, { summary: 'After' });
  const { writeCalls } = scene.world.ledger;
  const both = [scene.deliver(ofIssue(issue)), scene.deliver(ofIssue(issue))];
  const outcomes = await scene.until(Promise.all(both));
  expect(outcomes).toContainEqual({ kind: 'done', outcome: 'written' });
  expect(scene.world.ledger.writeCalls - writeCalls).toBe(1);
});

test('an edit of a new issue that its import was cut off from is not written over', async () => {
  const scene = await Scene.open();
  const item = scene.newItem('Checkout');
  await scene.until(scene.deliver(ofItem(item), { cut: { before: /kvs transaction/ } }));
  const [issue] = scene.world.jira.live();
  if (issue === undefined) throw new Error('No issue was made.');
  scene.world.jira.edit(issue, BO, { summary: 'By Bo' });
  scene.pass(3);
  await scene.until(scene.deliver(ofItem(item)));
  await scene.settle();
  expect([item.title, issue.summary]).toEqual(['By Bo', 'By Bo']);
});

test('a web link that a stopped run has marked as resolved is put right by the next thorough look', async () => {
  const scene = await Scene.open();
  const { issue, item } = await scene.newPair('Before');
  const { align } = scene.world;
  align.edit(item, ANA_IN_ALIGN, { state: 5 });
  await scene.until(scene.deliver(ofIssue(issue), { cut: { after: /jira putWebLink/ } }));
  expect([...issue.webLinks.values()]).toMatchObject([{ resolved: true }]);
  align.edit(item, ANA_IN_ALIGN, { state: 2 });
  await scene.until(scene.deliver(ofIssue(issue)));
  await scene.until(scene.deliver(ofIssue(issue), { thorough: true }));
  expect([...issue.webLinks.values()]).toMatchObject([{ resolved: false }]);
});
