import { Hono } from 'hono';
import { faultMiddleware, type Faults } from '../../faults';
import { ITEM_TYPES, type ItemTypeInfo } from '../item-types';
import { QueryError } from '../odata/syntax';
import { NoSuchItem, Refusal } from '../world/refusal';
import { authenticate } from './authenticate';
import { getConnectorPart } from './connector-parts';
import type { Rest, RestContext, RestEnv } from './context';
import * as items from './items';
import { answerProblem, HttpProblem } from './problem';
import { rateLimit } from './rate-limit';
import { collectionOf } from './reference-dto';
import { getReference } from './references';
import { logRequests, type LoggedRequest } from './request-log';

/** Path of the API on every site. */
export const API_BASE = '/rest/align/api/2';

/** The REST API 2.0: log, then faults, then the rate limit, the token, and the resource. */
export function restApi(rest: Rest, faults: Faults, log: LoggedRequest[]): Hono<RestEnv> {
  const app = new Hono<RestEnv>();
  app.use(logRequests(log, () => rest.world.now()));
  app.use(faultMiddleware(faults));
  app.use(rateLimit(rest.world));
  app.use(authenticate(rest.world));
  app.get(`${API_BASE}/:resource{[Cc]onnectors}/:id{[0-9]+}/*`, (c) => getConnectorPart(c, rest));
  app.all(`${API_BASE}/:resource/:id?/:part?`, (c) => serve(c, rest));
  app.all('*', (c) => c.body(null, 404));
  app.onError((error, c) => {
    const problem = asProblem(error);
    if (problem) return answerProblem(c, rest.shapes.errors, problem);
    console.error('Jira Align stand-in failed:', error);
    return c.text('The stand-in itself failed; its terminal says how.', 500);
  });
  return app;
}

function asProblem(error: Error): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error;
  if (error instanceof QueryError) return new HttpProblem(400, error.message);
  if (error instanceof Refusal) return new HttpProblem(400, error.message, error.problems);
  if (error instanceof NoSuchItem) return new HttpProblem(404, error.message);
  return undefined;
}

/** Dispatches by resource, in any case; whatever does not exist is a 404 with an empty body. */
async function serve(c: RestContext, rest: Rest): Promise<Response> {
  const nothing = () => c.body(null, 404);
  const { resource = '', id, part } = c.req.param() as Record<string, string | undefined>;
  if (id !== undefined && !/^\d+$/.test(id)) return nothing();
  const numericId = id === undefined ? undefined : Number(id);
  const isNamed = (name: string) => name.toLowerCase() === resource.toLowerCase();
  const { method } = c.req;
  const info = Object.values(ITEM_TYPES).find(({ collection }) => isNamed(collection));
  mustBeAllowed(c, rest, info);
  if (info) return (await serveItems(c, rest, info, numericId, part)) ?? nothing();
  const collection = collectionOf(resource);
  if (!collection || method !== 'GET' || part) return nothing();
  return getReference(c, rest, collection, numericId) ?? nothing();
}

function mustBeAllowed(c: RestContext, { world }: Rest, info: ItemTypeInfo | undefined): void {
  const action = c.req.method === 'GET' ? 'read' : 'write';
  if (!world.tokens.allows(c.get('uid'), action, info?.type)) {
    throw new HttpProblem(403, `The role of this person may not ${action} here.`);
  }
}

async function serveItems(
  c: RestContext,
  rest: Rest,
  { type }: ItemTypeInfo,
  id: number | undefined,
  part: string | undefined,
): Promise<Response | undefined> {
  const { method } = c.req;
  if (id === undefined) {
    if (method === 'GET') return items.listItems(c, rest, type);
    return method === 'POST' ? items.createItem(c, rest, type) : undefined;
  }
  const item = rest.world.item(type, id);
  if (!item) return undefined;
  if (part !== undefined) {
    if (method !== 'GET') return undefined;
    if (part.toLowerCase() === 'editmeta') return items.editMeta(c);
    return part.toLowerCase() === 'auditlog' ? items.auditLog(c, rest, item) : undefined;
  }
  if (method === 'GET') return items.getItem(c, rest, item);
  if (method === 'PUT') return items.replaceItem(c, rest, item);
  if (method === 'DELETE') return items.deleteItem(c, rest, item);
  return method === 'PATCH' ? items.patchItem(c, rest, item) : undefined;
}
