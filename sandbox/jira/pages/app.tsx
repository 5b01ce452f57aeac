/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { visibleIssue, visibleProject } from '../world/access';
import { JiraError } from '../world/errors';
import type { JiraApp, JiraContext, JiraEnv } from '../rest/context';
import { actionRoutes } from './actions';
import { assetRoutes } from './assets';
import { CreatePage } from './create-issue';
import { IssueListPage } from './issue-list';
import { IssuePage } from './issue/issue-page';
import { ProblemPage } from './problem';
import { ProjectsPage } from './projects';
import { readSession, type PageSite } from './session';
import { AdminPage, ProjectSettingsPage } from './settings';
import { versionRoute } from './version';

/** What people use in place of Jira's own pages. */
export function pagesApp(site: PageSite): JiraApp {
  const app = new Hono<JiraEnv>();
  app.use('*', csrf());
  assetRoutes(app, site);
  versionRoute(app, site);
  pageRoutes(app, site);
  settingsRoutes(app, site);
  actionRoutes(app, site);
  app.all('*', (c) => problem(c, site, 404, 'Page not found', `Nothing lives at ${c.req.path}.`));
  app.onError((error, c) => {
    if (error instanceof JiraError) {
      const title = error.status === 404 ? "We can't find that" : 'That did not work';
      return problem(c, site, error.status, title, error.message);
    }
    if (error instanceof HTTPException) return error.getResponse();
    console.error(`[jira] ${c.req.method} ${c.req.path} failed`, error);
    return problem(c, site, 500, 'Something went wrong', 'The log of the sandbox says what.');
  });
  return app;
}

function pageRoutes(app: JiraApp, site: PageSite): void {
  const { world } = site;
  const projects = (c: JiraContext) =>
    c.html(<ProjectsPage site={site} session={readSession(c, site)} />);
  app.get('/', projects);
  app.get('/jira/projects', projects);

  app.get('/jira/projects/:key', (c) => {
    const session = readSession(c, site);
    const project = visibleProject(world.site, session.actor, c.req.param('key'));
    const words = c.req.query('q')?.trim() ?? '';
    return c.html(<IssueListPage site={site} session={session} project={project} words={words} />);
  });

  app.get('/jira/projects/:key/create', (c) => {
    const session = readSession(c, site);
    const project = visibleProject(world.site, session.actor, c.req.param('key'));
    return c.html(<CreatePage site={site} session={session} project={project} />);
  });

  app.get('/browse/:key', (c) => {
    const session = readSession(c, site);
    const asked = c.req.param('key').toUpperCase();
    const issue = visibleIssue(world.site, session.actor, asked);
    if (issue.formerKeys.includes(asked)) return c.redirect(`/browse/${issue.key}`, 302);
    return c.html(<IssuePage site={site} session={session} issue={issue} />);
  });
}

function settingsRoutes(app: JiraApp, site: PageSite): void {
  const { world } = site;

  app.get('/jira/settings/apps/align-connector', (c) => {
    const session = readSession(c, site);
    const { accountId, displayName } = session.person;
    if (!world.permissions.holdsGlobally(accountId, 'ADMINISTER')) {
      return noPermission(
        c,
        site,
        `Only Jira admins can see this page, and ${displayName} is not one.`,
      );
    }
    return c.html(<AdminPage site={site} session={session} />);
  });

  app.get('/jira/projects/:key/settings/apps/align-connector', (c) => {
    const session = readSession(c, site);
    const project = visibleProject(world.site, session.actor, c.req.param('key'));
    const { accountId, displayName } = session.person;
    if (!world.permissions.holds(accountId, 'ADMINISTER_PROJECTS', project.key)) {
      return noPermission(
        c,
        site,
        `Only admins of ${project.name} can see this page, and ${displayName} is not one.`,
      );
    }
    return c.html(<ProjectSettingsPage site={site} session={session} project={project} />);
  });
}

const noPermission = (c: JiraContext, site: PageSite, why: string) =>
  problem(
    c,
    site,
    403,
    "You don't have access to this page",
    `${why} Act as somebody else with the switch at the top right.`,
  );

function problem(
  c: JiraContext,
  site: PageSite,
  status: 400 | 401 | 403 | 404 | 500,
  title: string,
  text: string,
) {
  const session = readSession(c, site);
  return c.html(<ProblemPage site={site} session={session} title={title} text={text} />, status);
}
