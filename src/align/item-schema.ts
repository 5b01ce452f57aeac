import * as z from 'zod/mini';
import type { AlignType } from '../contract/common';
import type { AlignItem, AlignLink, AlignMore } from '../domain/align-item';
import { dayIn } from '../domain/day';
import { readCustomFields } from './custom-fields';
import { SHAPES } from './properties';

/** Ids come as numbers, in places as digits in a string. */
const Id = z.union([
  z.int(),
  z.pipe(
    z.string().check(z.regex(/^\d+$/)),
    z.transform((text: string) => Number(text)),
  ),
]);
const OptionalId = z.catch(z.nullable(Id), null);
const Text = z.catch(z.nullable(z.string()), null);
const Num = z.catch(z.nullable(z.number()), null);
const Uid = z.catch(
  z.nullable(
    z.union([
      z.string(),
      z.pipe(
        z.number(),
        z.transform((n: number) => String(n)),
      ),
    ]),
  ),
  null,
);
/** `isRecycled` and `isCanceled` come as null, 0, 1, true or false, by type. */
const Flag = z.pipe(
  z.unknown(),
  z.transform(
    (value: unknown) => value === true || value === 1 || value === '1' || value === 'true',
  ),
);
const Link = z.object({ name: z.catch(z.string(), ''), link: z.string() });
const Links = z.catch(
  z.nullable(
    z.array(
      z.pipe(
        Link,
        z.transform((l): AlignLink => ({ name: l.name, url: l.link })),
      ),
    ),
  ),
  null,
);

const WithId = z.looseObject({ id: Id });

/** Whether an answer's body is an item rather than a bare id. */
export function isItem(body: unknown): boolean {
  return WithId.safeParse(body).success;
}

/**
 * Reads an item tolerantly: what a property holds is only relied on where it was seen in an answer of a real site.
 * @throws z.ZodError when there is no id
 */
export function parseItem(type: AlignType, body: unknown): AlignItem {
  const dto = WithId.parse(body);
  const { properties, program } = SHAPES[type];
  const of = (name: string | undefined | null): unknown =>
    name == null ? null : (dto[name] ?? null);
  return {
    type,
    id: dto.id,
    title: Text.parse(of('title')) ?? '',
    description: Text.parse(of('description')),
    state: Num.parse(of('state')),
    ownerUid: personIn(of(properties.ownerUid)),
    tags: (Text.parse(of(properties.tags)) ?? '').split(',').filter((tag) => tag.trim() !== ''),
    points: Num.parse(of(properties.points)),
    parentId: Num.parse(of(properties.parentId)),
    programId: Num.parse(of(program)),
    updated: isoOrNull(of('lastUpdatedDate')),
    updatedBy: Uid.parse(of('lastUpdatedBy')),
    created: isoOrNull(of('createDate')),
    createdBy: Uid.parse(of('createdBy')),
    removed: Flag.parse(of('isRecycled')) || Flag.parse(of('isCanceled')),
    links: Links.parse(of('links')),
    customFields: readCustomFields(of('customFields')),
    foreignKey: Text.parse(of('externalKey')) || Text.parse(of('jiraProjectKey')) || null,
    more: moreOf(type, of),
  };
}

/** What only some types have, of those the type has. */
function moreOf(type: AlignType, of: (name: string) => unknown): AlignMore {
  const { properties } = SHAPES[type];
  const entries = Object.entries(MORE).flatMap(([property, read]) => {
    const name = properties[property as keyof AlignMore];
    return name === undefined ? [] : [[property, read(of(name))]];
  });
  return Object.fromEntries(entries) as AlignMore;
}

const idIn = (value: unknown): number | null => OptionalId.parse(value);

const MORE: Readonly<{ [P in keyof Required<AlignMore>]: (value: unknown) => AlignMore[P] }> = {
  requesterUid: personIn,
  priority: idIn,
  startDate: dayIn,
  dueDate: dayIn,
  targetDate: dayIn,
  acceptedDate: dayIn,
  blocked: (value) => Flag.parse(value),
  blockedReason: (value) => Text.parse(value),
  incrementId: idIn,
  iterationId: idIn,
  vehicleIds: (value) =>
    (Array.isArray(value) ? value : []).flatMap((id: unknown) => idIn(id) ?? []),
  teamId: idIn,
};

/** Somebody's uid; an empty text and 0 are nobody. */
function personIn(value: unknown): string | null {
  const uid = Uid.parse(value);
  return uid === '' || uid === '0' ? null : uid;
}

/** Align sends ISO 8601, with and without milliseconds and zone; without a zone it means UTC. */
function isoOrNull(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  const zoned = /(?:z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
