/**
 * Guarantee: an independent client, jira.js, can do with the stand-in what the app does with Jira,
 * and its schemas (checked against live sites by its authors) accept every answer. This holds
 * without the vendor's document too.
 */
import { createCloudClient } from '../../node_modules/jira.js/dist/index.js';
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { actingAs, BO, paragraph } from '../sandbox/jira-client';

type Client = ReturnType<typeof createCloudClient>;

let jira: JiraStandIn;
let client: Client;
const KEY = { issueIdOrKey: 'PAY-6' };

beforeAll(async () => {
  jira = await startJira();
  client = createCloudClient({
    host: jira.url,
    headers: actingAs('app'),
    onSchemaMismatch: 'throw',
  });
  const created = await client.issues.createIssue({
    fields: {
      project: { key: 'PAY' },
      issuetype: { name: 'Story' },
      summary: 'Refunds',
      description: paragraph('To the card they came from'),
      parent: { key: 'PAY-1' },
    },
  });
  expect(created.key).toBe('PAY-6');
});
afterAll(() => jira.stop());

test('the client itself refuses an answer that breaks its schemas', async () => {
  jira.faults.next(
    { path: /\/myself$/ },
    { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"active":"perhaps"}' },
  );
  await expect(client.myself.getCurrentUser()).rejects.toThrow(/schema/);
});

const READS: Record<string, (client: Client) => Promise<unknown>> = {
  myself: ({ myself }) => myself.getCurrentUser(),
  'server info': ({ serverInfo }) => serverInfo.getServerInfo(),
  fields: ({ issueFields }) => issueFields.getFields(),
  projects: ({ projects }) => projects.searchProjects({ expand: ['lead', 'insight'] }),
  'a project': ({ projects }) => projects.getProject({ projectIdOrKey: 'PAY' }),
  'statuses of a project': ({ projects }) => projects.getAllStatuses({ projectIdOrKey: 'PAY' }),
  'creatable types': ({ issues }) => issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: 'PAY' }),
  'create screen': ({ issues }) =>
    issues.getCreateIssueMetaIssueTypeId({ projectIdOrKey: 'PAY', issueTypeId: '10001' }),
  'edit screen': ({ issues }) => issues.getEditIssueMeta(KEY),
  'an issue': ({ issues }) => issues.getIssue({ ...KEY, expand: ['names', 'changelog'] }),
  'issues in bulk': ({ issues }) =>
    issues.bulkFetchIssues({ issueIdsOrKeys: ['PAY-1', 'NOPE-1'], fields: ['*all'] }),
  transitions: ({ issues }) => issues.getTransitions(KEY),
  history: ({ issues }) => issues.getChangeLogs({ issueIdOrKey: 'PAY-1' }),
  search: ({ issueSearch }) =>
    issueSearch.searchAndReconsileIssuesUsingJql({ jql: 'project = PAY', fields: ['*all'] }),
  'search by post': ({ issueSearch }) =>
    issueSearch.searchAndReconsileIssuesUsingJqlPost({ jql: 'project = PAY', maxResults: 1 }),
  'a user': ({ users }) => users.getUser({ accountId: BO }),
  'users by name': ({ userSearch }) => userSearch.findUsers({ query: 'bo' }),
  'my permissions': ({ permissions }) =>
    permissions.getMyPermissions({ permissions: 'EDIT_ISSUES,ADMINISTER', projectKey: 'PAY' }),
  'permissions in bulk': ({ permissions }) =>
    permissions.getBulkPermissions({
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10001] }],
    }),
  priorities: ({ issuePriorities }) => issuePriorities.searchPriorities(),
  'link types': ({ issueLinkTypes }) => issueLinkTypes.getIssueLinkTypes(),
  statuses: ({ workflowStatuses }) => workflowStatuses.getStatuses(),
  'one status': ({ workflowStatuses }) => workflowStatuses.getStatus({ idOrName: '10101' }),
  'statuses by id': ({ status }) => status.getStatusesById({ id: ['10100', '10103'] }),
  'statuses by name': ({ status }) => status.search({ searchString: 'in' }),
};

test.each(Object.keys(READS))('reads %s', async (name) => {
  await expect(READS[name]?.(client)).resolves.toBeDefined();
});

test('edits, moves and deletes an issue', async () => {
  const { key = '' } = await client.issues.createIssue({
    fields: { project: { key: 'MOB' }, issuetype: { name: 'Bug' }, summary: 'Crash' },
  });
  await client.issues.editIssue({ issueIdOrKey: key, fields: { summary: 'Crash on start' } });
  await client.issues.doTransition({ issueIdOrKey: key, transition: { id: '21' } });
  expect(jira.world.view(key)).toMatchObject({ summary: 'Crash on start', status: 'In Progress' });
  await client.issues.deleteIssue({ issueIdOrKey: key });
  expect(jira.world.has(key)).toBe(false);
});

test('keeps one link per global id', async () => {
  const link = { globalId: 'a', object: { url: 'https://acme.jiraalign.com/', title: 'One' } };
  const { id } = await client.issueRemoteLinks.createOrUpdateRemoteIssueLink({ ...KEY, ...link });
  await client.issueRemoteLinks.createOrUpdateRemoteIssueLink({
    ...KEY,
    globalId: 'a',
    object: { ...link.object, title: 'Two' },
  });
  const all = await client.issueRemoteLinks.getRemoteIssueLinks(KEY);
  expect(all).toMatchObject([{ id, object: { title: 'Two' } }]);
  await client.issueRemoteLinks.deleteRemoteIssueLinkByGlobalId({ ...KEY, globalId: 'a' });
  expect(await client.issueRemoteLinks.getRemoteIssueLinks(KEY)).toEqual([]);
});

test('sets, reads, lists and drops a property', async () => {
  const property = { ...KEY, propertyKey: 'align.link' };
  await client.issueProperties.setIssueProperty({ ...property, body: { alignId: 601 } });
  expect(await client.issueProperties.getIssueProperty(property)).toMatchObject({
    value: { alignId: 601 },
  });
  expect(await client.issueProperties.getIssuePropertyKeys(KEY)).toMatchObject({
    keys: [{ key: 'align.link' }],
  });
  await client.issueProperties.deleteIssueProperty(property);
  await expect(client.issueProperties.getIssueProperty(property)).rejects.toThrow(/404/);
});
