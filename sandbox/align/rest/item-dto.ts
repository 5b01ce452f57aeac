import { rewriteHtml } from '../html/rewrite';
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { Json, JsonObject } from '../json';
import type { AlignShapes } from '../shapes';
import type { AlignItem } from '../world/item';
import type { AlignWorld } from '../world/world';

const FIXED = 5;

/** An item as the API answers it: every property of its DTO, null when empty. */
export function itemDto(world: AlignWorld, shapes: AlignShapes, item: AlignItem): JsonObject {
  const { shape, collection } = ITEM_TYPES[item.type];
  const { fields } = item;
  const computed: JsonObject = {
    id: item.id,
    self: `/rest/align/api/2/${collection.toLowerCase()}/${item.id}`,
    isRecycled: flagOf(item.recycled, item.type, shapes.recycled),
    isCanceled: fields.isCanceled ? flagOf(true, item.type, shapes.recycled) : null,
  };
  if (shapes.lastUpdatedDate === 'always') {
    computed.lastUpdatedDate = fields.lastUpdatedDate ?? fields.createDate ?? null;
    computed.lastUpdatedBy = fields.lastUpdatedBy ?? fields.createdBy ?? null;
  }
  if (shapes.htmlRewrite && typeof fields.description === 'string') {
    computed.description = rewriteHtml(fields.description);
  }
  if (item.type === 'epic') computed.featureIds = featureIds(world, item.id);
  if (item.type === 'defect') computed.isStatusOpen = Number(fields.state) < FIXED;
  const valueOf = (name: string): [string, Json] => [name, computed[name] ?? fields[name] ?? null];
  return Object.fromEntries(Object.keys(shape.properties).map(valueOf));
}

function flagOf(isSet: boolean, type: ItemType, shape: AlignShapes['recycled']): Json {
  if (type === 'epic' || shape === 'null-or-1') return isSet ? 1 : null;
  return isSet;
}

function featureIds(world: AlignWorld, epicId: number): number[] {
  const children = world.items('feature').filter(({ fields }) => fields.parentId === epicId);
  return children.map(({ id }) => id);
}
