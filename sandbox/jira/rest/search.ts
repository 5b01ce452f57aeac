import { parseJql } from '../jql/parse';
import { runQuery } from '../jql/run';
import { findIssue, mayOn, projectOf } from '../world/access';
import { badRequest, JiraError } from '../world/errors';
import type { Issue } from '../world/model';
import { availableTransitions } from '../world/transition-issue';
import {
  answer,
  queryList,
  readObject,
  stringList,
  type JiraApp,
  type JiraContext,
  type RestSite,
} from './context';
import { issueJson, type IssueParts } from './representation/issue';
import { transitionJson } from './representation/transition';

interface SearchRequest extends IssueParts {
  jql: string;
  maxResults: number;
  nextPageToken?: string | undefined;
  reconcileIssues: string[];
}

const DEFAULT_RESULTS = 50;
/** With nothing but ids and keys a page may hold thousands; with fields the sandbox gives 100. */
const MOST_IDS = 5_000;
const MOST_WITH_FIELDS = 100;

/** /search/jql */
export function searchResources(app: JiraApp, site: RestSite): void {
  app.get('/rest/api/3/search/jql', (c) =>
    search(c, site, {
      jql: c.req.query('jql') ?? '',
      maxResults: Number(c.req.query('maxResults') ?? DEFAULT_RESULTS),
      nextPageToken: c.req.query('nextPageToken'),
      fields: queryList(c, 'fields'),
      expand: queryList(c, 'expand'),
      properties: queryList(c, 'properties'),
      reconcileIssues: queryList(c, 'reconcileIssues'),
    }),
  );

  app.post('/rest/api/3/search/jql', async (c) => {
    const body = await readObject(c);
    return search(c, site, {
      jql: String(body.jql ?? ''),
      maxResults: Number(body.maxResults ?? DEFAULT_RESULTS),
      nextPageToken: body.nextPageToken === undefined ? undefined : String(body.nextPageToken),
      fields: stringList(body.fields, 'fields'),
      expand: String(body.expand ?? '').split(','),
      properties: stringList(body.properties, 'properties'),
      reconcileIssues: stringList(body.reconcileIssues, 'reconcileIssues'),
    });
  });
}

/** /search/approximate-count */
export function countResources(app: JiraApp, { world }: RestSite): void {
  app.post('/rest/api/3/search/approximate-count', async (c) => {
    const { jql } = await readObject(c);
    const request = { jql: String(jql ?? ''), reconcileIssues: [] };
    return answer(c, { count: find(c, world, request).length });
  });
}

function search(c: JiraContext, { world, baseUrl }: RestSite, request: SearchRequest): Response {
  if (!Number.isInteger(request.maxResults) || request.maxResults < 0) {
    throw badRequest("'maxResults' must be a whole number that is not negative.");
  }
  const matches = find(c, world, request);
  const onlyIds = request.fields.every((field) => field === 'id' || field === 'key');
  const size = Math.min(request.maxResults, onlyIds ? MOST_IDS : MOST_WITH_FIELDS);
  const from = readToken(request);
  const page = matches.slice(from, from + size);
  const isLast = from + page.length >= matches.length;
  const issues = page.map((issue) =>
    request.fields.length === 0
      ? { id: issue.id }
      : {
          ...issueJson(issue, world.state, baseUrl, request),
          ...(request.expand.includes('transitions')
            ? { transitions: transitionsOf(c, world, issue, baseUrl) }
            : {}),
        },
  );
  const nextPageToken = isLast ? {} : { nextPageToken: writeToken(request, from + page.length) };
  return answer(c, { issues, isLast, ...nextPageToken }, { core: issues.length });
}

function transitionsOf(c: JiraContext, world: RestSite['world'], issue: Issue, baseUrl: string) {
  const scope = { state: world.state, project: projectOf(world.state, issue), baseUrl };
  return availableTransitions(world.site, c.var.actor, issue).map((transition) =>
    transitionJson(transition, scope, false),
  );
}

function find(
  c: JiraContext,
  world: RestSite['world'],
  request: Pick<SearchRequest, 'jql' | 'reconcileIssues'>,
): Issue[] {
  const query = parseJql(request.jql);
  if (!query.where) {
    throw badRequest(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  const scope = { state: world.state, now: world.site.now(), accountId: c.var.actor.accountId };
  const fresh = request.reconcileIssues.flatMap((id) => findIssue(world.state, id) ?? []);
  const indexed = world.search.issues().filter(({ id }) => !fresh.some((one) => one.id === id));
  try {
    return runQuery(query, [...indexed, ...fresh], scope).flatMap((match) => {
      // The index only says which issues match; what they hold now comes from the database.
      const issue = findIssue(world.state, match.id);
      return issue && !issue.archived && mayOn(world.site, c.var.actor, 'BROWSE_PROJECTS', issue)
        ? [issue]
        : [];
    });
  } catch (error) {
    if (error instanceof JiraError) throw new JqlError(error.errorMessages);
    throw error;
  }
}

/** A query that cannot be run. Its body has `warningMessages` where others have `errors`. */
export class JqlError extends JiraError {
  constructor(messages: string[]) {
    super(400, messages);
    this.name = 'JqlError';
  }
}

const writeToken = ({ jql }: SearchRequest, from: number) =>
  Buffer.from(JSON.stringify({ jql, from })).toString('base64url');

function readToken({ nextPageToken, jql }: SearchRequest): number {
  if (nextPageToken === undefined) return 0;
  try {
    const token: unknown = JSON.parse(Buffer.from(nextPageToken, 'base64url').toString());
    const { jql: of, from } = token as { jql: unknown; from: unknown };
    if (of === jql && typeof from === 'number') return from;
  } catch {
    // Falls through to the refusal below: a token that cannot be read is as wrong as another's.
  }
  throw badRequest('The provided next page token is invalid.');
}
