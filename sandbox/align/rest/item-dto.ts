import { rewriteHtml } from '../html/rewrite';
import { ITEM_TYPES } from '../item-types';
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
    isRecycled: recycledFlag(item, shapes.recycled),
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

function recycledFlag({ type, recycled }: AlignItem, shape: AlignShapes['recycled']): Json {
  if (type === 'epic' || shape === 'null-or-1') return recycled ? 1 : null;
  return recycled;
}

function featureIds(world: AlignWorld, epicId: number): number[] {
  const children = world.items('feature').filter(({ fields }) => fields.parentId === epicId);
  return children.map(({ id }) => id);
}
