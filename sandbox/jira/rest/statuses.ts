import { STATUSES } from '../world/catalog';
import { badRequest, notFound } from '../world/errors';
import type { Status } from '../world/model';
import { answer, pageBounds, pageOf, queryList, type JiraApp, type RestSite } from './context';
import { statusJson } from './representation/entities';

const CATEGORIES = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const;

const bulkStatus = ({ id, name, description, category }: Status) => ({
  id,
  name,
  statusCategory: CATEGORIES[category],
  scope: { type: 'GLOBAL' },
  description,
});

/** /status and /statuses */
export function statusResources(app: JiraApp, { baseUrl }: RestSite): void {
  app.get('/rest/api/3/status', (c) =>
    answer(
      c,
      STATUSES.map((status) => statusJson(status, baseUrl)),
    ),
  );

  app.get('/rest/api/3/status/:idOrName', (c) => {
    const asked = c.req.param('idOrName');
    const found = STATUSES.find(({ id, name }) => id === asked || name === asked);
    if (!found) throw notFound(`The status '${asked}' does not exist.`);
    return answer(c, statusJson(found, baseUrl));
  });

  app.get('/rest/api/3/statuses', (c) => {
    const ids = queryList(c, 'id');
    if (ids.length === 0) throw badRequest("The 'id' query parameter is required.");
    return answer(c, STATUSES.filter(({ id }) => ids.includes(id)).map(bulkStatus));
  });

  app.get('/rest/api/3/statuses/search', (c) => {
    const category = c.req.query('statusCategory');
    const words = (c.req.query('searchString') ?? '').toLowerCase();
    const matching = STATUSES.map(bulkStatus)
      .filter(({ statusCategory }) => category === undefined || statusCategory === category)
      .filter(({ name }) => name.toLowerCase().includes(words));
    return answer(c, pageOf(c, baseUrl, matching, pageBounds(c, 200, 200)));
  });
}
