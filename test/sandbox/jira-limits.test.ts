/**
 * Guarantee: every REST answer has its price in points, and each of Jira's three rate limits
 * refuses with 429 and the headers that tell them apart, once and only once it is over.
 */
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ADA, BO, call } from './jira-client';

let clock: number;
let jira: JiraStandIn;
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 24, 10, 59, 0);
  jira = await startJira({ now: () => clock });
});
afterEach(() => jira.stop());

async function points(method: string, path: string, body?: unknown): Promise<number | undefined> {
  jira.resetRequests();
  await call(jira, method, path, body);
  return jira.requests[0]?.points;
}

test.each([
  ['GET', '/issue/PAY-1', undefined, 2],
  ['GET', '/issue/PAY-999', undefined, 1],
  ['POST', '/issue/bulkfetch', { issueIdsOrKeys: ['PAY-1', 'PAY-2', 'PAY-3'] }, 4],
  ['GET', '/search/jql?jql=project%3DPAY', undefined, 6],
  ['GET', '/project/search', undefined, 3],
  ['GET', '/myself', undefined, 3],
  ['GET', '/mypermissions?permissions=EDIT_ISSUES,ADMINISTER', undefined, 5],
  ['PUT', '/issue/PAY-1', { fields: { summary: 'x' } }, 1],
  ['POST', '/issue/PAY-3/transitions', { transition: { id: '21' } }, 1],
  ['GET', '/issue/PAY-1/remotelink', undefined, 1],
  ['POST', '/search/approximate-count', { jql: 'project = PAY' }, 1],
  ['POST', '/issue/properties/multi', { issues: [{ issueID: 10201, properties: { note: 1 } }] }, 1],
])('%s %s costs %#', async (method, path, body, price) => {
  expect(await points(method, path, body)).toBe(price);
});

test('the log keeps who acted and when, and can be reset', async () => {
  await call(jira, 'GET', '/issue/PAY-1');
  await call(jira, 'GET', '/issue/PAY-1', undefined, BO);
  expect(jira.requests).toEqual([
    { method: 'GET', path: '/rest/api/3/issue/PAY-1', as: 'app', points: 2, at: clock },
    { method: 'GET', path: '/rest/api/3/issue/PAY-1', as: BO, points: 2, at: clock },
  ]);
  jira.resetRequests();
  expect(jira.requests).toEqual([]);
});

test('the hourly quota stops everything until the next hour begins', async () => {
  jira.world.limits.pointsPerHour = 4;
  await call(jira, 'GET', '/issue/PAY-1');
  await call(jira, 'GET', '/issue/PAY-1');
  const refused = await call(jira, 'GET', '/field');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('RateLimit-Reason')).toBe('jira-quota-tenant-based');
  expect(refused.headers.get('Retry-After')).toBe('60');
  expect(refused.headers.get('X-RateLimit-Reset')).toBe('2026-11-24T11:00:00.000Z');
  clock += 60_000;
  expect((await call(jira, 'GET', '/field')).status).toBe(200);
});

test('a burst stops one endpoint for a moment, not the others', async () => {
  jira.world.limits.burstPerSecond = 2;
  await call(jira, 'GET', '/issue/PAY-1');
  await call(jira, 'GET', '/issue/PAY-2');
  const refused = await call(jira, 'GET', '/issue/PAY-3');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('RateLimit-Reason')).toBe('jira-burst-based');
  expect(refused.headers.get('Retry-After')).toBe('1');
  expect((await call(jira, 'GET', '/field')).status).toBe(200);
  clock += 1_000;
  expect((await call(jira, 'GET', '/issue/PAY-3')).status).toBe(200);
});

test('the 21st write to one issue within two seconds is refused, and not done', async () => {
  const write = (key: string, summary: string) =>
    call(jira, 'PUT', `/issue/${key}`, { fields: { summary } });
  const { id } = jira.world.issue('PAY-1');
  for (let count = 1; count <= 20; count += 1) {
    // The id and the key are the same issue to the limit.
    expect((await write(count % 2 ? 'PAY-1' : id, `Edit ${count}`)).status).toBe(204);
  }
  const refused = await write('PAY-1', 'Edit 21');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('RateLimit-Reason')).toBe('jira-per-issue-on-write');
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1);
  expect(jira.world.view('PAY-1').summary).toBe('Edit 20');
  expect((await write('PAY-2', 'Another issue')).status).toBe(204);
  expect((await call(jira, 'GET', '/issue/PAY-1')).status).toBe(200);
  // A refused write does not count, so trying again does not make the wait longer.
  clock += 1_000;
  expect((await write('PAY-1', 'Too soon')).status).toBe(429);
  clock += 1_001;
  expect((await write('PAY-1', 'Later')).status).toBe(204);
});

test('limits that are switched off do not refuse', async () => {
  jira.world.limits.writesPerIssue = undefined;
  for (let count = 0; count < 30; count += 1) {
    const { status } = await call(jira, 'PUT', '/issue/PAY-1/properties/n', count, ADA);
    expect(status).toBeLessThan(300);
  }
});

describe('faults', () => {
  test('an answer can be replaced; the edit does not happen', async () => {
    jira.faults.next({ method: 'PUT' }, { status: 503, body: '<html>Busy</html>' });
    const answer = await call(jira, 'PUT', '/issue/PAY-1', { fields: { summary: 'x' } });
    expect(answer).toMatchObject({ status: 503, body: '<html>Busy</html>' });
    expect(jira.world.view('PAY-1').summary).toBe('Checkout redesign');
  });

  test('a connection can break after the effect, and before it', async () => {
    const edit = (summary: string) => call(jira, 'PUT', '/issue/PAY-1', { fields: { summary } });
    jira.faults.next({ path: /PAY-1/ }, { dropAfterEffect: true });
    await expect(edit('Done all the same')).rejects.toThrow();
    expect(jira.world.view('PAY-1').summary).toBe('Done all the same');
    jira.faults.next({ path: /PAY-1/ }, { dropBeforeEffect: true });
    await expect(edit('Never')).rejects.toThrow();
    expect(jira.world.view('PAY-1').summary).toBe('Done all the same');
  });
});
