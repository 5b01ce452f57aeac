import type { PropertyKind } from '../dto/shape';
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { Json, JsonObject } from '../json';

/** A work item as the stand-in keeps it: the DTO's properties, before any disputed shape. */
export interface AlignItem {
  type: ItemType;
  id: number;
  fields: JsonObject;
  recycled: boolean;
  /** Rises with every change; an open page compares it. */
  version: number;
}

/** How a change arrived: from a person in a page, or through the REST API. */
export type Via = 'page' | 'api';

const EMPTY_LIST: readonly PropertyKind[] = ['integers', 'list', 'links', 'epicPoints'];

/** All properties of a new item: lists empty, everything else null. */
export function blankFields(type: ItemType): JsonObject {
  const blank = ([name, kind]: [string, PropertyKind]): [string, Json] => [
    name,
    EMPTY_LIST.includes(kind) ? [] : null,
  ];
  return Object.fromEntries(Object.entries(ITEM_TYPES[type].shape.properties).map(blank));
}

/** A copy that shares nothing with the item kept. */
export function copyItem(item: AlignItem): AlignItem {
  return structuredClone(item);
}
