import type { AlignPeople, JiraPeople } from '../contract/people';
import type { PeopleDependencies } from './people-table';
import { requireConnection } from './sync-context';

/** Jira users for the admin to choose from. */
export async function searchJiraPeople(
  { jiraPeople }: Pick<PeopleDependencies, 'jiraPeople'>,
  q: string,
): Promise<JiraPeople> {
  if (q === '') return { items: [] };
  const found = await jiraPeople.searchPeople(q);
  return { items: found.map(({ accountId, name }) => ({ accountId, name })) };
}

/** Jira Align users for the admin to choose from. */
export async function searchAlignPeople(
  deps: Pick<PeopleDependencies, 'alignPeople' | 'settings'>,
  q: string,
): Promise<AlignPeople> {
  if (q === '') return { items: [] };
  const align = await deps.alignPeople(await requireConnection(deps));
  const found = await align.searchUsers(q);
  return { items: found.map(({ uid, name, email }) => ({ uid, name, email })) };
}
