import { projectOf, visibleIssue } from '../world/access';
import { JiraError } from '../world/errors';
import { reference } from '../world/fields/kind';
import { availableTransitions, transitionIssue } from '../world/transition-issue';
import { answer, queryList, readObject, type JiraApp, type RestSite } from './context';
import { readUpdate } from './issue-update';
import { transitionJson } from './representation/transition';

/** /issue/{issueIdOrKey}/transitions */
export function transitionResources(app: JiraApp, { world, baseUrl }: RestSite): void {
  app.get('/rest/api/3/issue/:idOrKey/transitions', (c) => {
    const issue = visibleIssue(world.site, c.var.actor, c.req.param('idOrKey'));
    const withFields = queryList(c, 'expand').includes('transitions.fields');
    const only = c.req.query('transitionId');
    const scope = { state: world.state, project: projectOf(world.state, issue), baseUrl };
    const transitions = availableTransitions(world.site, c.var.actor, issue)
      .filter(({ id }) => only === undefined || id === only)
      .map((transition) => transitionJson(transition, scope, withFields));
    return answer(c, { expand: 'transitions', transitions });
  });

  app.post('/rest/api/3/issue/:idOrKey/transitions', async (c) => {
    const body = await readObject(c);
    const idOrKey = c.req.param('idOrKey');
    try {
      const transitionId = reference(body.transition, 'id');
      transitionIssue(world.site, c.var.actor, idOrKey, transitionId, readUpdate(body));
    } catch (error) {
      // A live site was recorded answering this 404 with an empty body, unlike its neighbours.
      if (error instanceof JiraError && error.status === 404) return c.body(null, 404);
      throw error;
    }
    return c.body(null, 204);
  });
}
