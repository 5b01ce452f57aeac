import * as z from 'zod/mini';
import type { Actor } from '../contract/common';
import type { FoundPerson, JiraPeoplePort, JiraPort } from '../domain/ports/jira';
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
export function users(
  client: JiraClient,
): Pick<JiraPort, 'findPerson' | 'findPeopleByEmail'> & JiraPeoplePort {
  return {
    async searchPeople(query) {
      const response = await callJira(client, {
        route: route`/rest/api/3/user/search?query=${query}&maxResults=20`,
        points: 1 + 2 * 20,
      });
      const answer = await parseAnswer('searching for people', response, z.array(User));
      return answer
        .filter(isPerson)
        .map(found)
        .filter(({ active }) => active);
    },

    async findPerson(accountId) {
      const response = await callJira(client, {
        route: route`/rest/api/3/user?accountId=${accountId}`,
        points: 3,
        allow: [403, 404],
      });
      if (!response.ok) return null;
      return found(await parseAnswer('reading a person', response, User));
    },

    async findPeopleByEmail(email) {
      const response = await callJira(client, {
        route: route`/rest/api/3/user/search?query=${email}&maxResults=10`,
        points: 5,
      });
      const answer = await parseAnswer('searching for a person', response, z.array(User));
      const wanted = email.toLowerCase();
      return answer
        .filter(isPerson)
        .map(found)
        .filter((user) => user.email?.toLowerCase() === wanted);
    },
  };
}

/** Apps have accounts as well, and nothing is assigned to them. */
const isPerson = ({ accountType }: z.infer<typeof User>) => accountType !== 'app';

function found(user: z.infer<typeof User>): FoundPerson {
  return {
    accountId: user.accountId,
    name: user.displayName || user.accountId,
    email: user.emailAddress || null,
    active: user.active !== false,
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
