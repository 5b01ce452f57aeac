import { Hono } from 'hono';
import { faultMiddleware, type Faults } from '../../faults';
import { Limits } from '../limits';
import { JiraError } from '../world/errors';
import type { JiraApp, JiraContext, JiraEnv, RestSite } from './context';
import { authentication, rateLimit, requestLog, type LoggedRequest } from './gateway';
import { mountResources } from './resources';
import { JqlError } from './search';

/** The REST API v3 of the stand-in, everything under /rest. */
export function restApp(site: RestSite, faults: Faults, requests: LoggedRequest[]): JiraApp {
  const { world } = site;
  const app = new Hono<JiraEnv>();
  const limits = new Limits(world.limits, () => world.site.now());
  app.use(
    '/rest/*',
    requestLog(requests, limits, () => world.site.now()),
  );
  app.use('/rest/*', faultMiddleware(faults));
  app.use('/rest/*', authentication(world));
  app.use('/rest/*', rateLimit(world, limits));
  app.use('/rest/*', requireJsonBody);
  mountResources(app, site);
  app.all('/rest/*', notImplemented);
  app.onError(toAnswer);
  return app;
}

async function requireJsonBody(c: JiraContext, next: () => Promise<void>) {
  const carriesBody = c.req.method === 'POST' || c.req.method === 'PUT';
  const type = c.req.header('content-type') ?? '';
  if (carriesBody && !type.includes('application/json')) return c.body(null, 415);
  return next();
}

/** Loud on purpose: an operation the sandbox lacks must never pass for one that worked. */
function notImplemented(c: JiraContext) {
  const what = `${c.req.method} ${c.req.path}`;
  console.error(`[jira] NOT IMPLEMENTED in the sandbox: ${what}`);
  return c.json({ errorMessages: [`The sandbox has no ${what}`], errors: {} }, 501);
}

function toAnswer(error: Error, c: JiraContext) {
  if (error instanceof JqlError) {
    return c.json({ errorMessages: error.errorMessages, warningMessages: [] }, error.status);
  }
  if (error instanceof JiraError) {
    const { errorMessages, errors, status } = error;
    return c.json({ errorMessages, errors }, status);
  }
  console.error(`[jira] ${c.req.method} ${c.req.path} failed`, error);
  return c.json({ errorMessages: ['Internal server error'], errors: {} }, 500);
}
