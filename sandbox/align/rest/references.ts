import type { JsonObject } from '../json';
import { readQuery } from '../odata/query';
import type { Rest, RestContext } from './context';
import { REFERENCE_COLLECTIONS, referenceDto, userDto } from './reference-dto';

/** `GET /Programs` and the like, or one record of it; undefined when there is no such record. */
export function getReference(
  c: RestContext,
  { world }: Rest,
  collection: string,
  id: number | undefined,
): Response | undefined {
  const known = REFERENCE_COLLECTIONS[collection];
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
  kind: (typeof REFERENCE_COLLECTIONS)[string]['kind'],
): JsonObject[] {
  if (kind === 'user') return people.all().map(userDto);
  return organisation.all(kind).map((record) => referenceDto(collection, record));
}
