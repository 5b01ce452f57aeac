/**
 * Guarantee: when the app is installed anew it knows nothing of its pairs, but the marks on the issues tell: each issue
 * is paired with the item it had, and nothing is created a second time. A restart of the host loses nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PAYMENTS, setUp } from '../../sandbox/set-up';
import { settled } from '../../sandbox/settled';
import { startSite, type Site } from '../../sandbox/site';
import { BO, IN_ALIGN } from './support/people';

let stateDir: string;
let ports: { jira: number; align: number; host: number } | undefined;
let site: Site;

async function start(): Promise<void> {
  site = await startSite({
    stateDir,
    schedules: { fiveMinute: 0, hour: 0 },
    timeScale: 600,
    quiet: true,
    ...(ports === undefined ? {} : { ports }),
  });
  // The address of the Jira site stands in links, so it must be the same after a restart.
  const port = (url: string) => Number(new URL(url).port);
  ports = { jira: port(site.jira.url), align: port(site.align.url), host: port(site.host.url) };
}

beforeAll(async () => {
  stateDir = mkdtempSync(path.join(tmpdir(), 'new-installation-'));
  await start();
  await setUp(site);
  // Every issue of the demo world gets its item once somebody touches it.
  for (const { key } of site.jira.world.issues('PAY')) {
    site.jira.world.edit(BO, key, { duedate: '2030-01-01' });
  }
  await settled(site);
});
afterAll(async () => {
  await site.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

const pairs = async () =>
  (await site.admin('listLinks', {})).items
    .map(({ issueKey, alignType, alignId }) => `${issueKey} ${alignType} ${alignId}`)
    .sort();
const items = () =>
  (['feature', 'story', 'defect', 'task'] as const).flatMap((type) =>
    site.align.world.items(type).map(({ id }) => `${type} ${id}`),
  );
const writes = () =>
  [...site.jira.requests, ...site.align.requests]
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path: to }) => `${method} ${to}`);

test('a restart keeps the connection, the pairs, the history and what waits in the queue', async () => {
  const before = { pairs: await pairs(), history: await site.admin('listHistory', {}) };
  expect(before.pairs).toHaveLength(5);
  site.align.faults.next({ method: 'GET', path: /Stories\/\d+$/ }, { status: 503, times: 2 });
  site.jira.world.edit(BO, 'PAY-2', { summary: 'Edited just before the restart' });
  await new Promise((resolve) => setImmediate(resolve));
  await site.host.idle();
  await site.stop();
  await start();
  await settled(site);
  expect(await pairs()).toEqual(before.pairs);
  const story = site.align.world.items('story').map(({ fields }) => fields.title);
  expect(story).toContain('Edited just before the restart');
  const { items: history } = await site.admin('listHistory', {});
  expect(history.map(({ id }) => id)).toEqual(
    expect.arrayContaining(before.history.items.map(({ id }) => id)),
  );
});

test('after a new installation every issue finds its item by its mark, in whatever order', async () => {
  const before = { pairs: await pairs(), items: items() };
  const issues = site.jira.world.issues('PAY');
  await site.stop();
  rmSync(path.join(stateDir, 'forge'), { recursive: true, force: true });
  await start();
  expect(await pairs()).toEqual([]);
  await setUp(site);
  site.jira.resetRequests();
  site.align.resetRequests();
  // Children come before their parents, and an edit made while there was no app is not lost.
  for (const { key } of [...issues].reverse()) {
    site.jira.world.edit(BO, key, { duedate: '2030-02-02' });
  }
  site.jira.world.edit(BO, 'PAY-3', { summary: 'Edited while there was no app' });
  await settled(site);
  await site.host.runSchedule('poll-align');
  await site.host.runSchedule('upkeep');
  await settled(site);
  expect(await pairs()).toEqual(before.pairs);
  expect(items()).toEqual(before.items);
  expect(site.jira.world.issues('PAY')).toHaveLength(issues.length);
  expect(site.align.world.items('story').map(({ fields }) => fields.title)).toContain(
    'Edited while there was no app',
  );
  for (const { key } of issues) expect(site.jira.world.links(key)).toHaveLength(1);
  expect(writes().filter((write) => /^POST .*\/api\/2\//.test(write))).toEqual([]);
  const { items: history } = await site.admin('listHistory', { projectId: PAYMENTS });
  expect(history.filter(({ outcome }) => outcome === 'adopted')).toHaveLength(issues.length);
});

/** An issue with the mark of an item, edited by a person. Gives its pair. */
const marked = async (summary: string, alignId: number) => {
  const issue = site.jira.world.create(
    { accountId: BO, viaApp: true },
    { project: 'PAY', type: 'Story', summary },
  );
  const address = `${site.jira.url}/rest/api/3/issue/${issue.id}/properties/align.link`;
  const answer = await fetch(address, {
    method: 'PUT',
    headers: { 'x-forge-as': 'app', 'content-type': 'application/json' },
    body: JSON.stringify({ alignType: 'story', alignId, alignProgram: 101 }),
  });
  expect(answer.ok).toBe(true);
  site.jira.world.edit(BO, issue.key, { points: 1 });
  await settled(site);
  const { items: rows } = await site.admin('listLinks', { q: issue.key });
  return rows.find(({ issueKey }) => issueKey === issue.key);
};

test('a mark that names an item of another program, or none, is not believed', async () => {
  const elsewhere = site.align.world.create(
    'story',
    { title: 'Of another program', programId: 102 },
    IN_ALIGN.kai,
  );
  const foreign = await marked('Marked with a foreign item', elsewhere.id);
  expect(foreign?.alignId).not.toBe(elsewhere.id);
  expect(foreign).toMatchObject({ status: 'in-step' });
  expect(await marked('Marked with no item', 123456)).toMatchObject({ status: 'in-step' });
  expect(site.align.world.item('story', elsewhere.id)?.fields.title).toBe('Of another program');
});

test('a marked item that another connector has taken since is left alone, and gets no double', async () => {
  const fields = { title: 'Taken since', programId: 101, externalKey: 'OLD-3' };
  const taken = site.align.world.create('story', fields, IN_ALIGN.kai);
  const before = site.align.world.items('story').length;
  expect(await marked('Marked with what was taken', taken.id)).toBeUndefined();
  const { items: parked } = await site.admin('listParked', {});
  expect(parked).toMatchObject([{ problem: { code: 'ALIGN_ITEM_FOREIGN' } }]);
  expect(site.align.world.items('story')).toHaveLength(before);
});
