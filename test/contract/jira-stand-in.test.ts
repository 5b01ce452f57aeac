/**
 * Guarantee: the Jira stand-in speaks as Jira Cloud does. Every operation it serves is called, and
 * each answer (and each request of these tests) fits the vendor's OpenAPI document where that is at
 * hand. Always, an independent client whose schemas are checked against live sites, jira.js, can
 * work with the stand-in and accepts all that it says.
 */
import { Faults } from '../../sandbox/faults';
import { startJira, type JiraStandIn } from '../../sandbox/jira';
import { restApp } from '../../sandbox/jira/rest/app';
import { call, restPath } from '../sandbox/jira-client';
import { JIRA_CALLS, type JiraCall } from './jira-calls';
import { jiraSpecIsThere, requestProblems, responseProblems } from './jira-spec';

const BASE = '/rest/api/3';
if (!jiraSpecIsThere) {
  process.stderr.write(
    "SKIPPED: the vendor's OpenAPI document of Jira is not here; set SPECS_DIR to its folder\n",
  );
}

function splitQuery(path: string): [string, Record<string, string | string[]>] {
  const [pathname = '', search = ''] = path.split('?');
  const query: Record<string, string | string[]> = {};
  const values = new URLSearchParams(search);
  for (const name of values.keys()) {
    const all = values.getAll(name);
    query[name] = all.length > 1 ? all : (all[0] ?? '');
  }
  return [pathname, query];
}

let jira: JiraStandIn;
beforeAll(async () => {
  jira = await startJira();
  jira.world.workflow.setScreen('PAY', '31', { resolution: true, customfield_10016: false });
});
afterAll(() => jira.stop());

describe("every answer fits the vendor's document", () => {
  const name = ({ what, method, path, status }: JiraCall) =>
    `${what}: ${method} ${path} answers ${status}`;

  test.each(JIRA_CALLS.map((each) => [name(each), each] as const))('%s', async (_, each) => {
    const { method, path, body, as, status, wrongRequest } = each;
    const [pathname, query] = splitQuery(path);
    const answer = await call(jira, method, path, body, as);
    expect({ status: answer.status, body: answer.status === status ? '' : answer.body }).toEqual({
      status,
      body: '',
    });
    if (!jiraSpecIsThere) return;
    expect(responseProblems(method, restPath(pathname), status, answer.body)).toEqual([]);
    if (!wrongRequest) expect(requestProblems(method, restPath(pathname), query, body)).toEqual([]);
  });

  test('the calls above reach every operation that the stand-in serves', () => {
    const { world } = jira;
    const served = restApp({ world, baseUrl: jira.url }, new Faults(), [])
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({
        name: `${method} ${path}`,
        method,
        pattern: new RegExp(`^${path.replace(/:[A-Za-z]+/g, '[^/]+')}$`),
      }));
    // 303 leads to the task that does what was asked for.
    const successes = JIRA_CALLS.filter(({ status }) => status < 400);
    const missed = served.filter(
      ({ method, pattern }) =>
        !successes.some(
          (each) => each.method === method && pattern.test(restPath(splitQuery(each.path)[0])),
        ),
    );
    expect(served.length).toBeGreaterThan(35);
    expect(missed.map(({ name: missing }) => missing)).toEqual([]);
  });
});

const withDocument = jiraSpecIsThere ? describe : describe.skip;

withDocument('the document tells right from wrong', () => {
  const issue = `${BASE}/issue/PAY-1`;

  test('an answer with an invented property is refused', () => {
    const body = { id: '1', key: 'PAY-1', fields: {}, invented: 1 };
    expect(responseProblems('GET', issue, 200, body)).toEqual([
      '/ must NOT have additional properties: invented',
    ]);
  });

  test('a status that the operation does not have is refused', () => {
    expect(responseProblems('GET', issue, 418)).toHaveLength(1);
  });

  test('a request to an operation that does not exist is refused', () => {
    expect(requestProblems('PATCH', issue)).toHaveLength(1);
  });

  test('an unknown query parameter is refused, a known one with the right type is not', () => {
    expect(requestProblems('GET', issue, { field: 'summary' })).toHaveLength(1);
    expect(requestProblems('GET', issue, { fields: 'summary', updateHistory: 'true' })).toEqual([]);
    expect(requestProblems('GET', issue, { updateHistory: 'perhaps' })).toHaveLength(1);
  });

  test('a body that does not fit is refused', () => {
    const path = `${BASE}/issue/bulkfetch`;
    expect(requestProblems('POST', path, {}, { issueIdsOrKeys: 'PAY-1' })).toHaveLength(1);
    expect(requestProblems('POST', path, {}, { issueIdsOrKeys: ['PAY-1'] })).toEqual([]);
    expect(requestProblems('POST', path, {})).toHaveLength(1);
  });
});
