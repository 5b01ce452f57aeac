/**
 * Guarantee: who acts decides what the Jira stand-in lets happen, and what is hidden looks as if it
 * did not exist.
 */
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { ADA, ANA, APP, BO, call, MIA } from './jira-client';

let jira: JiraStandIn;
beforeEach(async () => {
  jira = await startJira();
});
afterEach(() => jira.stop());

test('a request that says nobody acts, or an unknown account, is 401', async () => {
  for (const as of ['', '712020:nobody']) {
    expect((await call(jira, 'GET', '/issue/PAY-1', undefined, as)).status).toBe(401);
  }
});

test('the app acts as its own account, a user as theirs', async () => {
  expect((await call(jira, 'GET', '/myself')).body).toMatchObject({
    accountId: APP,
    accountType: 'app',
  });
  expect((await call(jira, 'GET', '/myself', undefined, ADA)).body).toMatchObject({
    accountId: ADA,
    emailAddress: 'ada.okafor@acme.example',
  });
});

test('an address that its owner hides is in no answer', async () => {
  const read = await call(jira, 'GET', `/user?accountId=${MIA}`);
  expect(read.body).toMatchObject({ displayName: 'Mia Krystof' });
  expect(read.body).not.toHaveProperty('emailAddress');
  const byAddress = await call(jira, 'GET', '/user/search?query=mia.krystof@acme.example');
  expect(byAddress.body).toEqual([]);
  const bo = await call(jira, 'GET', '/user/search?query=bo.chen@acme.example');
  expect(bo.body).toMatchObject([{ accountId: BO }]);
});

test('without Browse Projects every trace of a project is gone', async () => {
  jira.world.permissions.revoke('PAY', 'BROWSE_PROJECTS', APP);
  const hidden = await call(jira, 'GET', '/issue/PAY-1');
  const missing = await call(jira, 'GET', '/issue/PAY-999');
  expect(hidden).toMatchObject({ status: 404, body: missing.body });
  expect((await call(jira, 'GET', '/project/PAY')).status).toBe(404);
  expect((await call(jira, 'GET', '/project/search')).body).toMatchObject({
    values: [{ key: 'MOB' }],
  });
  const found = await call(jira, 'GET', '/search/jql?jql=issuetype%3DEpic&fields=key');
  expect(found.body).toMatchObject({ issues: [{ key: 'MOB-1' }] });
  const bulk = await call(jira, 'POST', '/issue/bulkfetch', { issueIdsOrKeys: ['PAY-1'] });
  expect(bulk.body).toMatchObject({ issues: [], issueErrors: [{ id: 'PAY-1' }] });
  const created = await call(jira, 'POST', '/issue', {
    fields: { project: { key: 'PAY' }, issuetype: { name: 'Bug' }, summary: 'x' },
  });
  expect(created.body).toMatchObject({ errors: { project: 'Specify a valid project ID or key' } });
});

test.each([
  ['CREATE_ISSUES', 403, 'POST', '/issue', { fields: { project: { key: 'PAY' } } }],
  ['EDIT_ISSUES', 400, 'PUT', '/issue/PAY-1', { fields: { summary: 'x' } }],
  ['EDIT_ISSUES', 403, 'PUT', '/issue/PAY-1/properties/a', 1],
  ['TRANSITION_ISSUES', 400, 'POST', '/issue/PAY-1/transitions', { transition: { id: '41' } }],
  ['LINK_ISSUES', 403, 'POST', '/issue/PAY-1/remotelink', { object: { url: 'x:', title: 't' } }],
  ['DELETE_ISSUES', 403, 'DELETE', '/issue/PAY-3', undefined],
] as const)(
  'without %s the answer is %i to %s %s',
  async (permission, status, method, path, body) => {
    jira.world.permissions.revoke('PAY', permission, APP);
    const before = jira.world.version;
    expect((await call(jira, method, path, body)).status).toBe(status);
    expect(jira.world.version).toBe(before);
  },
);

test.each([
  ['ASSIGN_ISSUES', { assignee: { accountId: BO } }],
  ['MODIFY_REPORTER', { reporter: { accountId: BO } }],
] as const)('without %s its field counts as not on the screen', async (permission, fields) => {
  jira.world.permissions.revoke('PAY', permission, APP);
  const [field = ''] = Object.keys(fields);
  const { status, body } = await call(jira, 'PUT', '/issue/PAY-1', { fields });
  expect(status).toBe(400);
  expect(body).toMatchObject({ errors: { [field]: expect.stringContaining('cannot be set') } });
  const screen = await call(jira, 'GET', '/issue/PAY-1/editmeta');
  expect(screen.body).not.toHaveProperty(`fields.${field}`);
});

test('only accounts that may be assigned in the project can be', async () => {
  jira.world.permissions.revoke('PAY', 'ASSIGNABLE_USER', BO);
  const answer = await call(jira, 'PUT', '/issue/PAY-1', { fields: { assignee: { id: BO } } });
  expect(answer.body).toMatchObject({
    errors: { assignee: `User '${BO}' cannot be assigned issues.` },
  });
});

test('permissions are told per project, and to admins alone for others', async () => {
  const mine = async (as: string, projectKey: string) => {
    const keys = 'ADMINISTER,ADMINISTER_PROJECTS';
    const path = `/mypermissions?permissions=${keys}&projectKey=${projectKey}`;
    const { body } = await call(jira, 'GET', path, undefined, as);
    const { permissions } = body as {
      permissions: Record<string, { havePermission: boolean; type: string }>;
    };
    return Object.fromEntries(
      Object.entries(permissions).map(([key, { havePermission }]) => [key, havePermission]),
    );
  };
  expect(await mine(ADA, 'PAY')).toEqual({ ADMINISTER: true, ADMINISTER_PROJECTS: true });
  expect(await mine(ANA, 'PAY')).toEqual({ ADMINISTER: false, ADMINISTER_PROJECTS: true });
  expect(await mine(ANA, 'MOB')).toEqual({ ADMINISTER: false, ADMINISTER_PROJECTS: false });
  const question = { accountId: ANA, globalPermissions: ['ADMINISTER'] };
  expect((await call(jira, 'POST', '/permissions/check', question, BO)).status).toBe(403);
  expect((await call(jira, 'POST', '/permissions/check', question, ADA)).body).toEqual({
    globalPermissions: [],
    projectPermissions: [],
  });
});

test('an operation that the sandbox lacks is 501 and said loudly, never a silent success', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const answer = await call(jira, 'GET', '/issue/PAY-1/comment');
  expect(answer.status).toBe(501);
  expect(said).toHaveBeenCalledWith(expect.stringContaining('GET /rest/api/3/issue/PAY-1/comment'));
  said.mockRestore();
});
