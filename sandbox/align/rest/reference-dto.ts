import { connector } from '../dto/connector';
import { iteration } from '../dto/iteration';
import { portfolio } from '../dto/portfolio';
import { product } from '../dto/product';
import { program } from '../dto/program';
import { release } from '../dto/release';
import type { DtoShape, PropertyKind } from '../dto/shape';
import { team } from '../dto/team';
import { user } from '../dto/user';
import { vehicle } from '../dto/vehicle';
import type { Json, JsonObject } from '../json';
import type { ReferenceKind, ReferenceRecord } from '../world/organisation';
import { fullName, type Person } from '../world/people';

export interface Collection {
  kind: ReferenceKind | 'user';
  shape: DtoShape;
}

/** Collections of the API that are read only here. */
export const REFERENCE_COLLECTIONS: Readonly<Record<string, Collection>> = {
  Programs: { kind: 'program', shape: program },
  Portfolios: { kind: 'portfolio', shape: portfolio },
  Releases: { kind: 'release', shape: release },
  Iterations: { kind: 'iteration', shape: iteration },
  Teams: { kind: 'team', shape: team },
  Users: { kind: 'user', shape: user },
  Products: { kind: 'product', shape: product },
  Connectors: { kind: 'connector', shape: connector },
};

/** Collections that public clients name without showing what they answer. */
const UNDOCUMENTED_COLLECTIONS: typeof REFERENCE_COLLECTIONS = {
  ReleaseVehicles: { kind: 'vehicle', shape: vehicle },
};

const COLLECTIONS = { ...REFERENCE_COLLECTIONS, ...UNDOCUMENTED_COLLECTIONS };

/** The collection that a word of a path names, in any case. */
export const collectionOf = (word: string) =>
  Object.keys(COLLECTIONS).find((name) => name.toLowerCase() === word.toLowerCase());

/** What a collection holds. */
export const collectionNamed = (name: string) => COLLECTIONS[name];

const LISTS: readonly PropertyKind[] = ['integers', 'list'];

/** A record with every property of its DTO. */
export function referenceDto(collection: string, record: ReferenceRecord): JsonObject {
  const shape = COLLECTIONS[collection]?.shape;
  const self = `/rest/align/api/2/${collection.toLowerCase()}/${record.id}`;
  const fields: JsonObject = { ...record, self };
  const valueOf = ([name, kind]: [string, PropertyKind]): [string, Json] => [
    name,
    fields[name] ?? (LISTS.includes(kind) ? [] : null),
  ];
  return Object.fromEntries(Object.entries(shape?.properties ?? {}).map(valueOf));
}

/** A person as `/Users` answers them. */
export function userDto(person: Person): JsonObject {
  const { id, uid, firstName, lastName, email, role } = person;
  const fields = { id, uid, firstName, lastName, email, title: role, isLocked: false };
  return referenceDto('Users', { ...fields, fullName: fullName(person) });
}

/** A person as `expand=true` nests them: the vendor's BaseUserDto. */
export function baseUserDto(person: Person): JsonObject {
  const { id, uid, firstName, lastName, email } = person;
  const self = `/rest/align/api/2/users/${id}`;
  return { id, uid, firstName, lastName, fullName: fullName(person), email, self };
}
