import { ITEM_TYPES, type ItemType } from '../item-types';
import type { Json, JsonObject } from '../json';
import type { AlignShapes } from '../shapes';
import type { AlignItem } from '../world/item';
import type { ReferenceKind } from '../world/organisation';
import type { AlignWorld } from '../world/world';
import { itemDto } from './item-dto';
import { baseUserDto, REFERENCE_COLLECTIONS, referenceDto } from './reference-dto';

/** Where each expanded property takes its record from, and by which id. */
const REFERENCES: Readonly<Record<string, { kind: ReferenceKind; by: readonly string[] }>> = {
  primaryProgram: { kind: 'program', by: ['primaryProgramId'] },
  program: { kind: 'program', by: ['primaryProgramId', 'programId'] },
  additionalPrograms: { kind: 'program', by: ['additionalProgramIds'] },
  release: { kind: 'release', by: ['releaseId'] },
  releases: { kind: 'release', by: ['releaseIds'] },
  iteration: { kind: 'iteration', by: ['iterationId'] },
  team: { kind: 'team', by: ['teamId'] },
  product: { kind: 'product', by: ['productId'] },
};
const PARENTS: Readonly<Record<string, { type: ItemType; by: string }>> = {
  parentEpic: { type: 'epic', by: 'parentId' },
  parentCapability: { type: 'capability', by: 'parentId' },
  parent: { type: 'epic', by: 'parentId' },
  feature: { type: 'feature', by: 'featureId' },
  story: { type: 'story', by: 'storyId' },
};
const LISTS = ['releaseVehicles', 'dependencies', 'features'];

/** The properties that `expand=true` adds to an item: nested objects beside the ids. */
export function expansions(world: AlignWorld, shapes: AlignShapes, item: AlignItem): JsonObject {
  const valueOf = (name: string): [string, Json] => [name, expand(world, shapes, item, name)];
  return Object.fromEntries(ITEM_TYPES[item.type].shape.expanded.map(valueOf));
}

function expand(world: AlignWorld, shapes: AlignShapes, item: AlignItem, name: string): Json {
  const { fields } = item;
  if (name === 'owner') {
    const person = world.people.byUid(fields.ownerId);
    return person ? baseUserDto(person) : null;
  }
  if (item.type === 'epic' && name === 'features') {
    const children = world.items('feature').filter((each) => each.fields.parentId === item.id);
    return children.map((child) => itemDto(world, shapes, child));
  }
  const parent = PARENTS[name];
  if (parent) {
    const found = world.item(parent.type, Number(fields[parent.by]));
    return found ? itemDto(world, shapes, found) : null;
  }
  const reference = REFERENCES[name];
  if (reference) {
    const ids = reference.by.map((property) => fields[property]).find((value) => value != null);
    return Array.isArray(ids)
      ? ids.map((id) => record(world, reference.kind, id))
      : record(world, reference.kind, ids ?? null);
  }
  return LISTS.includes(name) ? [] : null;
}

function record(world: AlignWorld, kind: ReferenceKind, id: Json): Json {
  const [collection] =
    Object.entries(REFERENCE_COLLECTIONS).find(([, known]) => known.kind === kind) ?? [];
  const found = world.organisation.find(kind, id);
  return found && collection ? referenceDto(collection, found) : null;
}
