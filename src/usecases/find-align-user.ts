import type { AlignUser } from '../contract/connection';
import type { AlignPort } from '../domain/ports/align';

/** The one user of Align who is meant. Null when there is none, or more than one: nobody is guessed. */
export async function findAlignUser(
  align: AlignPort,
  by: Parameters<AlignPort['findUsers']>[0],
): Promise<AlignUser | null> {
  const [user, ...others] = await align.findUsers(by);
  return user === undefined || others.length > 0 ? null : user;
}
