import * as z from 'zod/mini';
import type { Actor } from '../contract/common';
import type { JiraPort } from '../domain/ports/jira';
import { parseAnswer } from './parse';
import { callJira, route, type JiraClient } from './request';

const User = z.object({
  accountId: z.string(),
  displayName: z.catch(z.string(), ''),
  accountType: z.optional(z.string()),
  active: z.optional(z.boolean()),
  emailAddress: z.optional(z.nullable(z.string())),
});

/** People; the app may see an e-mail address only where the person shows it. */
export function users(client: JiraClient): Pick<JiraPort, 'findPerson' | 'findPersonByEmail'> {
  return {
    async findPerson(accountId) {
      const response = await callJira(client, {
        route: route`/rest/api/3/user?accountId=${accountId}`,
        points: 3,
        allow: [403, 404],
      });
      if (!response.ok) return null;
      const user = await parseAnswer('reading a person', response, User);
      return {
        accountId: user.accountId,
        name: user.displayName || user.accountId,
        email: user.emailAddress || null,
      };
    },

    async findPersonByEmail(email) {
      const response = await callJira(client, {
        route: route`/rest/api/3/user/search?query=${email}&maxResults=10`,
        points: 5,
      });
      const found = await parseAnswer('searching for a person', response, z.array(User));
      const wanted = email.toLowerCase();
      const people = found.filter(
        (user) => user.accountType !== 'app' && user.emailAddress?.toLowerCase() === wanted,
      );
      const [person] = people;
      if (person === undefined || people.length > 1) return null;
      return { accountId: person.accountId, name: person.displayName, email };
    },
  };
}

/** The person who called, when the client acts as that person. */
export async function callingPerson(client: JiraClient): Promise<Actor & { email: string | null }> {
  const response = await callJira(client, { route: route`/rest/api/3/myself`, points: 3 });
  const user = await parseAnswer('reading who is calling', response, User);
  return {
    side: 'jira',
    id: user.accountId,
    name: user.displayName,
    email: user.emailAddress || null,
  };
}

/** The account that the app's requests run as. */
export async function actingAccount(client: JiraClient): Promise<Actor> {
  const { side, id, name } = await callingPerson(client);
  return { side, id, name };
}
