import { isSystemOwned } from '../dto/system-owned';
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { JsonObject } from '../json';
import type { AlignShapes } from '../shapes';
import { HttpProblem } from './problem';

/**
 * The writable properties in the body of a POST or PUT. Names match in any case; unknown and
 * system-owned ones are passed over, so that a client may send back what it read.
 */
export function writableFields(type: ItemType, body: JsonObject, shapes: AlignShapes): JsonObject {
  const { shape } = ITEM_TYPES[type];
  const known = new Map(Object.keys(shape.properties).map((name) => [name.toLowerCase(), name]));
  const fields: JsonObject = {};
  for (const [given, value] of Object.entries(body)) {
    const name = canonicalName(type, given, known, shapes);
    if (name && !isSystemOwned(name)) fields[name] = value;
  }
  return fields;
}

function canonicalName(
  type: ItemType,
  given: string,
  known: ReadonlyMap<string, string>,
  { programField }: AlignShapes,
): string | undefined {
  const lower = given.toLowerCase();
  if (type !== 'feature') return known.get(lower);
  if (lower === 'programid') {
    return programField === 'primaryProgramId' ? undefined : 'primaryProgramId';
  }
  if (lower === 'primaryprogramid' && programField === 'programId') return undefined;
  return known.get(lower);
}

/**
 * Treats `links` as the shape in force says. Whether a live site lets a client write them is not
 * verified.
 * @throws {HttpProblem} 400 when they are refused
 */
export function settleLinks(fields: JsonObject, links: AlignShapes['links']): JsonObject {
  if (!('links' in fields) || links === 'writable') return fields;
  if (links === 'refused') {
    throw new HttpProblem(400, 'links cannot be written.', [
      { field: 'links', message: 'cannot be written' },
    ]);
  }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'links'));
}
