import { badRequest, JiraError } from '../world/errors';
import type { Person } from '../world/model';
import { findPerson } from '../world/site';
import { answer, pageBounds, type JiraApp, type RestSite } from './context';
import { userJson } from './representation/entities';

/** /myself and /user */
export function userResources(app: JiraApp, { world, baseUrl }: RestSite): void {
  const fullUser = (person: Person) => ({
    ...userJson(person, baseUrl),
    locale: 'en_US',
    groups: { size: 0, items: [] },
    applicationRoles: { size: 0, items: [] },
    expand: 'groups,applicationRoles',
  });

  app.get('/rest/api/3/myself', (c) => {
    const me = findPerson(world.state, c.var.actor.accountId) as Person;
    return answer(c, fullUser(me), { identity: 1 });
  });

  app.get('/rest/api/3/user', (c) => {
    const accountId = c.req.query('accountId');
    if (!accountId) throw badRequest("The 'accountId' query parameter is required.");
    const person = findPerson(world.state, accountId);
    if (!person) {
      throw new JiraError(404, [
        'Specified user does not exist or you do not have required permissions',
      ]);
    }
    return answer(c, fullUser(person), { identity: 1 });
  });

  app.get('/rest/api/3/user/search', (c) => {
    const query = c.req.query('query');
    const accountId = c.req.query('accountId');
    if (query === undefined && accountId === undefined) {
      throw badRequest("One of 'accountId', 'query' and 'property' must be given.");
    }
    if (query !== undefined && accountId !== undefined) {
      throw badRequest("'query' and 'accountId' exclude each other.");
    }
    const allowed = world.permissions.holdsGlobally(c.var.actor.accountId, 'USER_PICKER');
    const { startAt, maxResults } = pageBounds(c, 50, 1_000);
    const found = world.people
      .filter(() => allowed)
      .filter((person) =>
        accountId === undefined ? matches(person, query ?? '') : person.accountId === accountId,
      )
      .slice(startAt, startAt + maxResults)
      .map((person) => userJson(person, baseUrl));
    return answer(c, found, { identity: found.length });
  });
}

/** Words of the name, or the start of the address unless its owner hides it. */
function matches({ active, displayName, emailAddress, emailHidden }: Person, query: string) {
  const wanted = query.toLowerCase();
  const searched = [displayName, ...displayName.split(' '), emailHidden ? '' : emailAddress];
  return active && searched.some((text) => text && text.toLowerCase().startsWith(wanted));
}
