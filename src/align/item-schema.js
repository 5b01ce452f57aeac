import * as z from 'zod/mini';
import { SHAPES } from './properties';
const Id = z.union([
  z.int(),
  z.pipe(
    z.string().check(z.regex(/^\d+$/)),
    z.transform((text) => Number(text)),
  ),
]);
const Text = z.catch(z.nullable(z.string()), null);
const Num = z.catch(z.nullable(z.number()), null);
const Uid = z.catch(
  z.nullable(
    z.union([
      z.string(),
      z.pipe(
        z.number(),
        z.transform((n) => String(n)),
      ),
    ]),
  ),
  null,
);
const Flag = z.pipe(
  z.unknown(),
  z.transform((value) => value === true || value === 1 || value === '1' || value === 'true'),
);
const Link = z.object({ name: z.catch(z.string(), ''), link: z.string() });
const Links = z.catch(
  z.nullable(
    z.array(
      z.pipe(
        Link,
        z.transform((l) => ({ name: l.name, url: l.link })),
      ),
    ),
  ),
  null,
);
const WithId = z.looseObject({ id: Id });
export function isItem(body) {
  return WithId.safeParse(body).success;
}
export function parseItem(type, body) {
  const dto = WithId.parse(body);
  const { properties, program } = SHAPES[type];
  const of = (name) => (name == null ? null : (dto[name] ?? null));
  const owner = Uid.parse(of(properties.ownerUid));
  return {
    type,
    id: dto.id,
    title: Text.parse(of('title')) ?? '',
    description: Text.parse(of('description')),
    state: Num.parse(of('state')),
    ownerUid: owner === '' || owner === '0' ? null : owner,
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
    foreignKey: Text.parse(of('externalKey')) || Text.parse(of('jiraProjectKey')) || null,
  };
}
function isoOrNull(value) {
  if (typeof value !== 'string' || value === '') return null;
  const zoned = /(?:z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
