import * as z from 'zod/mini';
import type { AlignUser } from '../contract/connection';
import type { AlignPeoplePort, AlignPort } from '../domain/ports/align';
import { notAlign } from './errors';
import { nameFilter } from './name-filter';
import { text, withQuery } from './odata';
import { callAlign, type AlignClient } from './request';

const PAGE = 100;
/** Users that a search by name answers at most. */
const FOUND = 20;

const User = z.object({
  uid: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  id: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  email: z.catch(z.optional(z.nullable(z.string())), null),
  fullName: z.catch(z.optional(z.nullable(z.string())), null),
  firstName: z.catch(z.optional(z.nullable(z.string())), null),
  lastName: z.catch(z.optional(z.nullable(z.string())), null),
  role: z.optional(z.unknown()),
});
const Program = z.object({ id: z.int(), title: z.catch(z.string(), '') });

type Organisation = Pick<AlignPort, 'findUsers' | 'listPrograms'> & AlignPeoplePort;

/** Users and programs. */
export function organisation(client: AlignClient): Organisation {
  const read = async <T>(path: string, schema: z.ZodMiniType<T>): Promise<T[]> => {
    const { body } = await callAlign(client, { path });
    const parsed = z.array(schema).safeParse(body);
    if (!parsed.success) throw notAlign(client.site, 'GET', 'it is not a list', parsed.error);
    return parsed.data;
  };
  return {
    async findUsers(by) {
      const filter = 'uid' in by ? [`uid eq ${text(by.uid)}`] : [`email eq ${text(by.email)}`];
      return (await read(withQuery('Users', { filter, top: 2 }), User)).flatMap(record);
    },

    async searchUsers(query) {
      const filter = [nameFilter(query)];
      return (await read(withQuery('Users', { filter, orderby: 'id', top: FOUND }), User)).flatMap(
        record,
      );
    },

    async listPrograms() {
      const programs: z.infer<typeof Program>[] = [];
      for (;;) {
        const page = await read(
          withQuery('Programs', { orderby: 'id', top: PAGE, skip: programs.length }),
          Program,
        );
        programs.push(...page);
        if (page.length < PAGE) return programs.sort((a, b) => a.title.localeCompare(b.title));
      }
    },
  };
}

/** A user without a uid cannot own anything. */
function record(user: z.infer<typeof User>): AlignUser[] {
  const uid = user.uid ?? user.id;
  if (uid == null) return [];
  const composed = [user.firstName, user.lastName].filter(Boolean).join(' ');
  return [
    {
      uid: String(uid),
      name: user.fullName || composed || String(uid),
      email: user.email || null,
      role: roleName(user.role),
    },
  ];
}

/** The role's shape was never captured: a text, or an object that has a name or a title. */
function roleName(role: unknown): string | null {
  if (typeof role === 'string') return role || null;
  if (typeof role !== 'object' || role === null) return null;
  const { name, title } = role as { name?: unknown; title?: unknown };
  return typeof name === 'string' ? name : typeof title === 'string' ? title : null;
}
