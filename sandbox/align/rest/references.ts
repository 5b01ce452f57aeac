import type { JsonObject } from '../json';
import { readQuery } from '../odata/query';
import type { Rest, RestContext } from './context';
import { collectionNamed, referenceDto, userDto, type Collection } from './reference-dto';

/** `GET /Programs` and the like, or one record of it; undefined when there is no such record. */
export function getReference(
  c: RestContext,
  { world }: Rest,
  collection: string,
  id: number | undefined,
): Response | undefined {
  const known = collectionNamed(collection);
  if (!known) return undefined;
  const records = recordsOf(world, collection, known.kind);
  if (id !== undefined) {
    const found = records.find((record) => record.id === id);
    return found && c.json(found);
  }
  const { run, select } = readQuery(c.req.query(), known.shape);
  return c.json(run(records).map(select));
}

function recordsOf(
  { people, organisation }: Rest['world'],
  collection: string,
  kind: Collection['kind'],
): JsonObject[] {
  if (kind === 'user') return people.all().map(userDto);
  return organisation.all(kind).map((record) => referenceDto(collection, record));
}
