import { ITEM_TYPES, type ItemType } from '../item-types';
import type { JsonObject } from '../json';
import type { AlignItem } from './item';
import type { Organisation, ReferenceKind } from './organisation';
import type { People } from './people';
import type { FieldProblem } from './refusal';

const REFERENCES: Readonly<Record<string, ReferenceKind>> = {
  primaryProgramId: 'program',
  programId: 'program',
  teamId: 'team',
  releaseId: 'release',
  iterationId: 'iteration',
  productId: 'product',
  startSprintId: 'iteration',
  endSprintId: 'iteration',
};

/** What the references of an item are looked up in. */
export interface Surroundings {
  people: People;
  organisation: Organisation;
  item(type: ItemType, id: number): AlignItem | undefined;
}

/** Properties that name somebody or something that does not exist. */
export function referenceProblems(
  type: ItemType,
  fields: JsonObject,
  around: Surroundings,
): FieldProblem[] {
  const { owner, parent } = ITEM_TYPES[type];
  return Object.entries(fields).flatMap(([field, value]) => {
    const problem = (what: string) => [{ field, message: `there is no ${what} ${String(value)}` }];
    if (value === null) return [];
    const kind = REFERENCES[field];
    if (kind && !around.organisation.find(kind, value)) return problem(kind);
    if (field === owner && !around.people.byUid(value)) return problem('person with the uid');
    if (field === parent?.property && typeof value === 'number') {
      // A feature's parent is a capability on sites that use them, else an epic.
      const found =
        around.item(parent.type, value) ??
        (type === 'feature' ? around.item('capability', value) : undefined);
      if (!found) return problem(parent.type);
    }
    return [];
  });
}
