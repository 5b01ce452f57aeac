import { ITEM_TYPES } from '../item-types';
import type { JsonObject } from '../json';
import type { AlignItem } from '../world/item';
import type { Rest, RestContext } from './context';
import { expansions } from './expand';
import { itemDto } from './item-dto';

/** The 201 for a new item, in the disputed shape in force. */
export function answerCreated(c: RestContext, { world, shapes }: Rest, item: AlignItem): Response {
  const { collection } = ITEM_TYPES[item.type];
  switch (shapes.createAnswers) {
    case 'object':
      return c.json(writtenDto({ world, shapes }, item), 201);
    case 'id':
      return c.json(item.id, 201);
    case 'id-string':
      return c.json(String(item.id), 201);
    case 'empty-with-location':
      return c.body(null, 201, { Location: `/rest/align/api/2/${collection}/${item.id}` });
  }
}

/**
 * The body after a write. Epics were seen with their dependencies and features expanded in place of
 * the lists of ids; everything else unexpanded.
 */
export function writtenDto({ world, shapes }: Rest, item: AlignItem): JsonObject {
  const dto = itemDto(world, shapes, item);
  if (item.type !== 'epic') return dto;
  delete dto.dependencyIds;
  delete dto.featureIds;
  return { ...dto, ...expansions(world, shapes, item) };
}
