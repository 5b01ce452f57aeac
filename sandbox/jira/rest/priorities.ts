import { DEFAULT_PRIORITY_ID, PRIORITIES } from '../world/catalog';
import { answer, pageBounds, pageOf, queryList, type JiraApp, type RestSite } from './context';
import { priorityReference } from './representation/entities';

/** /priority/search */
export function priorityResource(app: JiraApp, { baseUrl }: RestSite): void {
  app.get('/rest/api/3/priority/search', (c) => {
    const ids = queryList(c, 'id');
    const words = (c.req.query('priorityName') ?? '').toLowerCase();
    const onlyDefault = c.req.query('onlyDefault') === 'true';
    const matching = PRIORITIES.filter(({ id }) => ids.length === 0 || ids.includes(id))
      .filter(({ name }) => name.toLowerCase().includes(words))
      .filter(({ id }) => !onlyDefault || id === DEFAULT_PRIORITY_ID)
      .map((priority) => ({
        ...priorityReference(priority, baseUrl),
        description: priority.description,
        statusColor: priority.statusColor,
        isDefault: priority.id === DEFAULT_PRIORITY_ID,
      }));
    return answer(c, pageOf(c, baseUrl, matching, pageBounds(c, 50, 50)));
  });
}
