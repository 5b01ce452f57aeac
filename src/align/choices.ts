import * as z from 'zod/mini';
import type { AlignChoice, AlignChoiceKind, AlignPort } from '../domain/ports/align';
import { dayIn } from '../domain/day';
import { notAlign } from './errors';
import { withQuery } from './odata';
import { callAlign, type AlignClient } from './request';

const PAGE = 100;
/** What a field can hold is looked up while an item waits: a list that never ends must not keep it waiting. */
const MOST_PAGES = 20;

const Id = z.catch(z.nullable(z.int()), null);
const Text = z.catch(z.nullable(z.string()), null);
const Row = z.object({
  id: z.int(),
  title: z.optional(Text),
  name: z.optional(Text),
  shortName: z.optional(Text),
  endDate: z.optional(z.unknown()),
  teamId: z.optional(Id),
  programId: z.optional(Id),
  programIds: z.catch(z.optional(z.nullable(z.array(z.int()))), null),
});
type Row = z.infer<typeof Row>;

const COLLECTIONS: Readonly<Record<AlignChoiceKind, string>> = {
  increment: 'Releases',
  iteration: 'Iterations',
  vehicle: 'ReleaseVehicles',
  team: 'Teams',
};

/**
 * What fields of choices can hold. Each list is read once for a client, which lives no longer than an invocation. A
 * site without one of the collections (404) has none of its choices.
 */
export function choices(client: AlignClient): Pick<AlignPort, 'listChoices'> {
  const known = new Map<string, Promise<AlignChoice[]>>();
  return {
    listChoices(kind, programId) {
      const key = `${kind} ${programId}`;
      const list = known.get(key) ?? read(client, kind, programId);
      known.set(key, list);
      return list;
    },
  };
}

async function read(
  client: AlignClient,
  kind: AlignChoiceKind,
  programId: number,
): Promise<AlignChoice[]> {
  const rows: Row[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const path = withQuery(COLLECTIONS[kind], {
      // Only an iteration is sure to name one program; of the others it is compared here.
      ...(kind === 'iteration' ? { filter: [`programId eq ${programId}`] } : {}),
      orderby: 'id',
      top: PAGE,
      skip: page * PAGE,
    });
    const { body, status } = await callAlign(client, { path, allow: [404] });
    if (status === 404) return [];
    const parsed = z.array(Row).safeParse(body);
    if (!parsed.success) throw notAlign(client.site, 'GET', 'it is not a list', parsed.error);
    rows.push(...parsed.data);
    if (parsed.data.length < PAGE) break;
  }
  return rows.filter((row) => isOf(row, programId)).map(toChoice);
}

/** What names no program at all is every program's. */
function isOf({ programId, programIds }: Row, wanted: number): boolean {
  const ids = [...(programIds ?? []), ...(programId == null ? [] : [programId])];
  return ids.length === 0 || ids.includes(wanted);
}

function toChoice({ id, title, name, shortName, endDate, teamId }: Row): AlignChoice {
  return {
    id,
    name: title || name || shortName || String(id),
    ends: dayIn(endDate),
    teamId: teamId ?? null,
  };
}
