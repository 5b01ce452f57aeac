/**
 * Guarantee: the demo site starts as its seed says, keeps everything over a restart when it has a
 * folder, and says what to do when that folder is damaged.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startJira, type JiraOptions, type JiraStandIn } from '../../sandbox/jira';
import { ADA, ANA, APP, BO, call } from './jira-client';

let folder: string;
const running: JiraStandIn[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jira-state-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((jira) => jira.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: JiraOptions = {}): Promise<JiraStandIn> {
  const jira = await startJira(options);
  running.push(jira);
  return jira;
}

test('the seed has the documented people, projects and issues', async () => {
  const { world } = await start();
  expect(
    world.issues().map(({ key, type, summary, parent }) => [key, type, summary, parent]),
  ).toEqual([
    ['PAY-1', 'Epic', 'Checkout redesign', null],
    ['PAY-2', 'Story', 'One-page checkout', 'PAY-1'],
    ['PAY-3', 'Story', 'Saved cards', 'PAY-1'],
    ['PAY-4', 'Bug', 'Totals rounded twice in JPY', null],
    ['PAY-5', 'Sub-task', 'Write migration', 'PAY-2'],
    ['MOB-1', 'Epic', 'Wallets in the app', null],
    ['MOB-2', 'Story', 'Pay with a tap', 'MOB-1'],
  ]);
  expect(world.view('PAY-1')).toMatchObject({ assignee: ANA, labels: ['q1', 'ux'] });
  expect(world.view('PAY-2')).toMatchObject({ assignee: BO, points: 5 });
  expect(world.state.projects.map(({ id, key }) => [id, key])).toEqual([
    ['10001', 'PAY'],
    ['10002', 'MOB'],
  ]);
  expect(world.permissions.holdsGlobally(ADA, 'ADMINISTER')).toBe(true);
  expect(world.people.map(({ accountId }) => accountId)).toContain(APP);
  expect(Math.max(...world.issues().map(({ updated }) => updated))).toBeLessThan(Date.now());
});

test('an empty site has the people and projects, and the next issue is number one', async () => {
  const { world } = await start({ empty: true });
  expect(world.issues()).toEqual([]);
  expect(world.create(ANA, { project: 'PAY', type: 'Epic', summary: 'First' }).key).toBe('PAY-1');
});

test('a restart finds everything again, permissions and links and properties included', async () => {
  const first = await start({ stateDir: folder });
  const { key } = first.world.create(ANA, { project: 'PAY', type: 'Bug', summary: 'Kept' });
  first.world.putLink(ANA, key, {
    globalId: 'g',
    object: { url: 'https://a.example', title: 'A' },
  });
  first.world.permissions.revoke('MOB', 'EDIT_ISSUES', BO);
  await call(first, 'PUT', `/issue/${key}/properties/align.link`, { alignId: 7 });
  const before = first.world.issue(key);
  await first.stop();
  running.length = 0;

  const second = await start({ stateDir: folder });
  expect(second.world.issue(key)).toEqual(before);
  expect(second.world.permissions.holds(BO, 'EDIT_ISSUES', 'MOB')).toBe(false);
  const next = second.world.create(ANA, { project: 'PAY', type: 'Bug', summary: 'Next' });
  expect(next.key).toBe('PAY-7');
  expect(Number(next.id)).toBeGreaterThan(Number(before.id));
  const found = await call(second, 'GET', '/search/jql?jql=summary~Kept&fields=key');
  expect(found.body).toMatchObject({ issues: [{ key }] });
});

test('changes are written soon, without waiting for the end, and never half', async () => {
  const { world } = await start({ stateDir: folder });
  world.edit(ANA, 'PAY-1', { summary: 'Written' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(readdirSync(folder)).toEqual(['jira.json']);
  const other = await start({ stateDir: folder });
  expect(other.world.view('PAY-1').summary).toBe('Written');
});

test('a damaged folder is said so, with what to do', async () => {
  writeFileSync(join(folder, 'jira.json'), '{"format":');
  await expect(startJira({ stateDir: folder })).rejects.toThrow(/damaged.*Delete it/);
});

test('a port that is taken is an error, not a hang', async () => {
  const { url } = await start();
  await expect(startJira({ port: Number(new URL(url).port) })).rejects.toThrow(/EADDRINUSE/);
});
