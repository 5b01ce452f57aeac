import { ADA, BO, paragraph } from '../sandbox/jira-client';

/** One request to the stand-in and the status it must get. */
export interface JiraCall {
  what: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** After /rest/api/3, or whole for another API, with the query. */
  path: string;
  body?: unknown;
  /** `app` unless told. */
  as?: string;
  status: number;
  /** The request itself breaks the contract on purpose. */
  wrongRequest?: boolean;
}

const search = (jql: string, more = '') => `/search/jql?jql=${encodeURIComponent(jql)}${more}`;

const LINK = {
  globalId: 'alignSite=acme&type=feature&id=601',
  application: { type: 'com.atlassian.jira-align', name: 'Jira Align' },
  relationship: 'syncs with',
  object: {
    url: 'https://acme.jiraalign.com/RequestGrid?FirstTime=True&FeatureID=601',
    title: 'Feature 601',
    summary: 'Checkout redesign',
    icon: { url16x16: 'https://acme.jiraalign.com/favicon.ico', title: 'Jira Align' },
    status: { resolved: false, icon: {} },
  },
};
const linkQuery = `globalId=${encodeURIComponent(LINK.globalId)}`;

/** In this order: later calls build on what earlier ones created. The next new issue is PAY-6. */
export const JIRA_CALLS: readonly JiraCall[] = [
  { what: 'who am I', method: 'GET', path: '/myself', status: 200 },
  { what: 'nobody', method: 'GET', path: '/myself', as: '', status: 401 },
  { what: 'server info', method: 'GET', path: '/serverInfo', status: 200 },
  { what: 'fields', method: 'GET', path: '/field', status: 200 },
  { what: 'projects', method: 'GET', path: '/project/search?expand=lead,insight', status: 200 },
  { what: 'a page of projects', method: 'GET', path: '/project/search?maxResults=1', status: 200 },
  { what: 'a project', method: 'GET', path: '/project/PAY', status: 200 },
  { what: 'no project', method: 'GET', path: '/project/NOPE', status: 404 },
  { what: 'statuses of a project', method: 'GET', path: '/project/10001/statuses', status: 200 },
  { what: 'issue types', method: 'GET', path: '/issuetype/project?projectId=10001', status: 200 },
  { what: 'creatable types', method: 'GET', path: '/issue/createmeta/PAY/issuetypes', status: 200 },
  {
    what: 'too many creatable types',
    method: 'GET',
    path: '/issue/createmeta/PAY/issuetypes?maxResults=201',
    status: 400,
    wrongRequest: true,
  },
  {
    what: 'fields of the create screen',
    method: 'GET',
    path: '/issue/createmeta/PAY/issuetypes/10001',
    status: 200,
  },
  { what: 'fields of the edit screen', method: 'GET', path: '/issue/PAY-1/editmeta', status: 200 },
  { what: 'versions', method: 'GET', path: '/project/PAY/versions', status: 200 },
  { what: 'versions of no project', method: 'GET', path: '/project/NOPE/versions', status: 404 },
  {
    what: 'boards',
    method: 'GET',
    path: '/rest/agile/1.0/board?projectKeyOrId=PAY',
    status: 200,
  },
  {
    what: 'sprints',
    method: 'GET',
    path: '/rest/agile/1.0/board/1/sprint?state=active,future',
    status: 200,
  },
  {
    what: 'sprints of no board',
    method: 'GET',
    path: '/rest/agile/1.0/board/99/sprint',
    status: 404,
  },
  { what: 'a user', method: 'GET', path: `/user?accountId=${BO}`, status: 200 },
  { what: 'no user', method: 'GET', path: '/user?accountId=nobody', status: 404 },
  { what: 'users by name', method: 'GET', path: '/user/search?query=bo', status: 200 },
  {
    what: 'my permissions',
    method: 'GET',
    path: '/mypermissions?permissions=EDIT_ISSUES,ADMINISTER&projectKey=PAY',
    as: ADA,
    status: 200,
  },
  {
    what: 'a permission that does not exist',
    method: 'GET',
    path: '/mypermissions?permissions=NOPE',
    status: 400,
  },
  {
    what: 'permissions in bulk',
    method: 'POST',
    path: '/permissions/check',
    body: {
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10001], issues: [10201] }],
    },
    status: 200,
  },
  {
    what: "somebody else's permissions",
    method: 'POST',
    path: '/permissions/check',
    body: { accountId: BO, globalPermissions: ['ADMINISTER'] },
    status: 403,
  },
  { what: 'priorities', method: 'GET', path: '/priority/search', status: 200 },
  { what: 'link types', method: 'GET', path: '/issueLinkType', status: 200 },
  { what: 'all statuses', method: 'GET', path: '/status', status: 200 },
  { what: 'one status', method: 'GET', path: '/status/10101', status: 200 },
  { what: 'statuses by id', method: 'GET', path: '/statuses?id=10100&id=10103', status: 200 },
  {
    what: 'statuses by name',
    method: 'GET',
    path: '/statuses/search?searchString=in',
    status: 200,
  },
  {
    what: 'create',
    method: 'POST',
    path: '/issue',
    body: {
      fields: {
        project: { id: '10001' },
        issuetype: { id: '10001' },
        summary: 'Refunds',
        description: paragraph('To the card they came from'),
        parent: { key: 'PAY-1' },
        labels: ['money'],
        assignee: { accountId: BO },
        priority: { id: '2' },
        customfield_10016: 8,
        customfield_10020: 1,
        customfield_10015: '2026-11-24',
        customfield_10021: [{ value: 'Impediment' }],
        fixVersions: [{ name: '2.0' }],
      },
      properties: [{ key: 'align.link', value: { alignId: 601, alignType: 'story' } }],
    },
    status: 201,
  },
  {
    what: 'create without a summary',
    method: 'POST',
    path: '/issue',
    body: { fields: { project: { key: 'PAY' }, issuetype: { name: 'Bug' } } },
    status: 400,
  },
  {
    what: 'read everything',
    method: 'GET',
    path: '/issue/PAY-6?expand=names,changelog&properties=align.link',
    status: 200,
  },
  { what: 'read a seeded issue', method: 'GET', path: '/issue/PAY-1', status: 200 },
  { what: 'read no issue', method: 'GET', path: '/issue/PAY-999', status: 404 },
  {
    what: 'edit',
    method: 'PUT',
    path: '/issue/PAY-6',
    body: {
      fields: { summary: 'Refunds in part', customfield_10016: 5 },
      update: {
        labels: [{ add: 'q2' }, { remove: 'money' }],
        fixVersions: [{ remove: { name: '2.0' } }],
      },
      properties: [{ key: 'note', value: 'x' }],
    },
    status: 204,
  },
  {
    what: 'edit and read',
    method: 'PUT',
    path: '/issue/PAY-6?returnIssue=true',
    body: { fields: { description: null } },
    status: 200,
  },
  {
    what: 'edit the status',
    method: 'PUT',
    path: '/issue/PAY-6',
    body: { fields: { status: { id: '10103' } } },
    status: 400,
  },
  { what: 'moves', method: 'GET', path: '/issue/PAY-6/transitions', status: 200 },
  {
    what: 'moves with fields',
    method: 'GET',
    path: '/issue/PAY-6/transitions?expand=transitions.fields',
    status: 200,
  },
  {
    what: 'move',
    method: 'POST',
    path: '/issue/PAY-6/transitions',
    body: { transition: { id: '21' } },
    status: 204,
  },
  {
    what: 'move where one cannot',
    method: 'POST',
    path: '/issue/PAY-6/transitions',
    body: { transition: { id: '999' } },
    status: 400,
  },
  {
    what: 'move no issue',
    method: 'POST',
    path: '/issue/PAY-999/transitions',
    body: { transition: { id: '21' } },
    status: 404,
  },
  { what: 'add a link', method: 'POST', path: '/issue/PAY-6/remotelink', body: LINK, status: 201 },
  {
    what: 'replace the link',
    method: 'POST',
    path: '/issue/PAY-6/remotelink',
    body: { ...LINK, object: { ...LINK.object, status: { resolved: true, icon: {} } } },
    status: 200,
  },
  {
    what: 'add a link without title',
    method: 'POST',
    path: '/issue/PAY-6/remotelink',
    body: { object: { url: 'https://acme.example' } },
    status: 400,
    wrongRequest: true,
  },
  { what: 'links', method: 'GET', path: '/issue/PAY-6/remotelink', status: 200 },
  { what: 'one link', method: 'GET', path: `/issue/PAY-6/remotelink?${linkQuery}`, status: 200 },
  { what: 'a link by id', method: 'GET', path: '/issue/PAY-6/remotelink/10001', status: 200 },
  { what: 'no link', method: 'GET', path: '/issue/PAY-6/remotelink/77', status: 404 },
  { what: 'drop a link', method: 'DELETE', path: '/issue/PAY-6/remotelink/10001', status: 204 },
  {
    what: 'add the link again',
    method: 'POST',
    path: '/issue/PAY-6/remotelink',
    body: LINK,
    status: 201,
  },
  {
    what: 'drop a link by its global id',
    method: 'DELETE',
    path: `/issue/PAY-6/remotelink?${linkQuery}`,
    status: 204,
  },
  { what: 'property keys', method: 'GET', path: '/issue/PAY-6/properties', status: 200 },
  { what: 'a property', method: 'GET', path: '/issue/PAY-6/properties/align.link', status: 200 },
  { what: 'no property', method: 'GET', path: '/issue/PAY-6/properties/nope', status: 404 },
  {
    what: 'a new property',
    method: 'PUT',
    path: '/issue/PAY-6/properties/new',
    body: { a: 1 },
    status: 201,
  },
  {
    what: 'a changed property',
    method: 'PUT',
    path: '/issue/PAY-6/properties/new',
    body: 'text',
    status: 200,
  },
  {
    what: 'properties of many issues',
    method: 'POST',
    path: '/issue/properties/multi',
    body: {
      issues: [
        { issueID: 10201, properties: { 'align.link': { alignId: 41, alignType: 'feature' } } },
        { issueID: 99_999, properties: { note: 'of no issue' } },
      ],
    },
    status: 303,
  },
  {
    what: 'properties of no issues',
    method: 'POST',
    path: '/issue/properties/multi',
    body: { issues: [] },
    status: 400,
  },
  {
    what: 'a property written with many',
    method: 'GET',
    path: '/issue/10201/properties/align.link',
    status: 200,
  },
  { what: 'drop a property', method: 'DELETE', path: '/issue/PAY-6/properties/new', status: 204 },
  { what: 'history', method: 'GET', path: '/issue/PAY-6/changelog', status: 200 },
  { what: 'a page of it', method: 'GET', path: '/issue/PAY-6/changelog?maxResults=1', status: 200 },
  {
    what: 'bulk fetch',
    method: 'POST',
    path: '/issue/bulkfetch',
    body: { issueIdsOrKeys: ['PAY-1', '10202', 'PAY-999'], fields: ['summary', 'status'] },
    status: 200,
  },
  {
    what: 'bulk fetch of nothing',
    method: 'POST',
    path: '/issue/bulkfetch',
    body: { issueIdsOrKeys: [] },
    status: 400,
  },
  { what: 'search', method: 'GET', path: search('project = PAY', '&fields=summary'), status: 200 },
  {
    what: 'search page by page',
    method: 'POST',
    path: '/search/jql',
    body: { jql: 'project = PAY', maxResults: 2, fields: ['*all'], expand: 'names,changelog' },
    status: 200,
  },
  {
    what: 'count',
    method: 'POST',
    path: '/search/approximate-count',
    body: { jql: 'project = PAY' },
    status: 200,
  },
  {
    what: 'count without bounds',
    method: 'POST',
    path: '/search/approximate-count',
    body: { jql: 'ORDER BY key' },
    status: 400,
  },
  { what: 'search wrongly', method: 'GET', path: search('project = NOPE'), status: 400 },
  { what: 'delete', method: 'DELETE', path: '/issue/PAY-6', status: 204 },
  { what: 'delete with sub-tasks', method: 'DELETE', path: '/issue/PAY-2', status: 400 },
  { what: 'delete nothing', method: 'DELETE', path: '/issue/PAY-6', status: 404 },
];
