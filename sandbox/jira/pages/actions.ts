import type { AdfDocument } from '../adf/document';
import { toMarkdown } from '../adf/to-markdown';
import { visibleIssue } from '../world/access';
import { convertIssue } from '../world/convert-issue';
import { createIssue } from '../world/create-issue';
import { deleteIssue } from '../world/delete-issue';
import { editIssue } from '../world/edit-issue';
import { JiraError } from '../world/errors';
import { moveIssue } from '../world/move-issue';
import { restFields } from '../world/person-input';
import { projectOf } from '../world/access';
import { transitionIssue } from '../world/transition-issue';
import type { JiraApp, JiraContext } from '../rest/context';
import { fieldInputs } from './field-input';
import { formInput } from './form-input';
import { readSession, rememberPerson, type PageSite, type Session } from './session';

/** What forms do. Each answers scripts with JSON and plain forms with a redirect. */
export function actionRoutes(app: JiraApp, site: PageSite): void {
  const { world } = site;

  app.post('/session/person', async (c) => {
    const form = await c.req.parseBody();
    if (typeof form.accountId === 'string') rememberPerson(c, form.accountId);
    const back = typeof form.back === 'string' && /^\/(?!\/)/.test(form.back) ? form.back : '/';
    return c.redirect(back.replace(/([?&])as=[^&]*&?/, '$1').replace(/[?&]$/, ''), 303);
  });

  app.post('/jira/projects/:key/create', (c) =>
    act(c, site, async ({ actor }) => {
      const form = await c.req.parseBody();
      const project = typeof form.project === 'string' ? form.project : c.req.param('key');
      const fields = { ...restFields(withoutEmpty(formInput(form))), project: { key: project } };
      return `/browse/${createIssue(world.site, actor, { fields }).key}`;
    }),
  );

  app.post('/browse/:key/edit', (c) =>
    act(c, site, async ({ actor }) => {
      const issue = visibleIssue(world.site, actor, c.req.param('key'));
      const { markdown, kept } = toMarkdown(issue.values.description as AdfDocument | null);
      const form = await c.req.parseBody({ all: true });
      const input = { ...formInput(form), fields: fieldInputs(form, world.state.fields) };
      // Saved as it was opened: Markdown would lose attributes that it cannot spell.
      if (input.description === markdown) delete input.description;
      const fields = restFields(input, kept);
      editIssue(world.site, actor, issue.key, { fields });
      return `/browse/${issue.key}`;
    }),
  );

  app.post('/browse/:key/transition', (c) =>
    act(c, site, async ({ actor }) => {
      const { transition } = await c.req.parseBody();
      const key = c.req.param('key');
      transitionIssue(
        world.site,
        actor,
        key,
        typeof transition === 'string' ? transition : undefined,
      );
      return `/browse/${key}`;
    }),
  );

  app.post('/browse/:key/move', (c) =>
    act(c, site, async ({ actor }) => {
      const { project } = await c.req.parseBody();
      const moved = moveIssue(world.site, actor, c.req.param('key'), textOf(project));
      return `/browse/${moved.key}`;
    }),
  );

  app.post('/browse/:key/convert', (c) =>
    act(c, site, async ({ actor }) => {
      const { type, parent } = await c.req.parseBody();
      const under = textOf(parent) || undefined;
      const issue = convertIssue(world.site, actor, c.req.param('key'), textOf(type), under);
      return `/browse/${issue.key}`;
    }),
  );

  app.post('/browse/:key/delete', (c) =>
    act(c, site, ({ actor }) => {
      const issue = visibleIssue(world.site, actor, c.req.param('key'));
      deleteIssue(world.site, actor, issue.key, { deleteSubtasks: true });
      return Promise.resolve(`/jira/projects/${projectOf(world.state, issue).key}`);
    }),
  );
}

const textOf = (entered: unknown) => (typeof entered === 'string' ? entered.trim() : '');

/** An empty choice in the create form means that the field takes its default. */
const withoutEmpty = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== ''),
  ) as Partial<T>;

async function act(
  c: JiraContext,
  site: PageSite,
  action: (session: Session) => Promise<string>,
): Promise<Response> {
  const scripted = c.req.header('accept')?.includes('application/json') ?? false;
  try {
    const next = await action(readSession(c, site));
    return scripted ? c.json({ next }) : c.redirect(next, 303);
  } catch (error) {
    if (!scripted || !(error instanceof JiraError)) throw error;
    return c.json({ error: error.message }, error.status);
  }
}
