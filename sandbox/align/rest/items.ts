import { LIFECYCLE_FLAGS } from '../dto/system-owned';
import { ITEM_TYPES, type ItemType } from '../item-types';
import { isJsonObject, type JsonObject } from '../json';
import { readQuery } from '../odata/query';
import { CUSTOM_FIELDS } from '../world/custom-fields';
import type { AlignItem } from '../world/item';
import type { Rest, RestContext } from './context';
import { answerCreated, writtenDto } from './created';
import { expansions } from './expand';
import { itemDto } from './item-dto';
import { applyJsonPatch } from './json-patch';
import { HttpProblem } from './problem';
import { mediaType, parseJson, readObject } from './read-body';
import { settleLinks, writableFields } from './writes';

const PATCH_TYPES = { json: 'application/json', 'json-patch': 'application/json-patch+json' };

/** `GET /{Type}`: a bare array, recycled items included. */
export function listItems(c: RestContext, { world, shapes }: Rest, type: ItemType): Response {
  const query = c.req.query();
  if (!shapes.filterOnCreatedBy && /\bcreatedBy\b/.test(query.$filter ?? '')) {
    throw new HttpProblem(400, 'createdBy cannot be used in $filter.');
  }
  const { run, select } = readQuery(query, ITEM_TYPES[type].shape);
  const items = world.items(type);
  const page = run(items.map((item) => itemDto(world, shapes, item)));
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const expand = (dto: JsonObject): JsonObject => {
    const item = isExpanded(c) ? itemOf.get(Number(dto.id)) : undefined;
    return item ? { ...select(dto), ...expansions(world, shapes, item) } : select(dto);
  };
  return c.json(page.map(expand));
}

/** `GET /{Type}/{id}`. */
export function getItem(c: RestContext, { world, shapes }: Rest, item: AlignItem): Response {
  const dto = itemDto(world, shapes, item);
  return c.json(isExpanded(c) ? { ...dto, ...expansions(world, shapes, item) } : dto);
}

/** `POST /{Type}`. */
export async function createItem(c: RestContext, rest: Rest, type: ItemType): Promise<Response> {
  const body = await readObject(c);
  const fields = settleLinks(writableFields(type, body, rest.shapes), rest.shapes.links);
  return answerCreated(c, rest, rest.world.create(type, fields, c.get('uid'), 'api'));
}

/**
 * `PUT /{Type}/{id}`: what the body leaves out becomes empty. Whether a live site does that, and
 * whether it answers 200 or 204, is not verified.
 */
export async function replaceItem(c: RestContext, rest: Rest, item: AlignItem): Promise<Response> {
  const given = writableFields(item.type, await readObject(c), rest.shapes);
  const writable = writableFields(item.type, item.fields, rest.shapes);
  const emptied = Object.entries(writable).map(([name, value]): [string, JsonObject[] | null] => [
    name,
    Array.isArray(value) ? [] : null,
  ]);
  const fields = settleLinks({ ...Object.fromEntries(emptied), ...given }, rest.shapes.links);
  const edited = rest.world.edit(item.type, item.id, fields, c.get('uid'), 'api');
  return c.json(writtenDto(rest, edited));
}

/** `PATCH /{Type}/{id}`: a JSON Patch, answered 204. */
export async function patchItem(c: RestContext, rest: Rest, item: AlignItem): Promise<Response> {
  const { world, shapes } = rest;
  const accepted =
    shapes.patchMediaTypes === 'both'
      ? Object.values(PATCH_TYPES)
      : [PATCH_TYPES[shapes.patchMediaTypes]];
  if (!accepted.includes(mediaType(c))) {
    throw new HttpProblem(415, `Content-Type must be ${accepted.join(' or ')}.`);
  }
  const dto = itemDto(world, { ...shapes, htmlRewrite: false }, item);
  const also = shapes.lifecycleWrites === 'writable' ? LIFECYCLE_FLAGS : [];
  const body = parseJson(await c.req.text());
  const { shape } = ITEM_TYPES[item.type];
  const { isRecycled, ...patch } = applyJsonPatch(body, dto, shape, also);
  if ('isCanceled' in patch) patch.isCanceled = patch.isCanceled ? true : null;
  const uid = c.get('uid');
  world.edit(item.type, item.id, settleLinks(patch, shapes.links), uid, 'api');
  if (isRecycled) world.recycle(item.type, item.id, uid, 'api');
  else if (isRecycled !== undefined) world.restore(item.type, item.id, uid, 'api');
  return c.body(null, 204);
}

/** `DELETE /{Type}/{id}`. Whether there is such a request is not verified against a live site. */
export function deleteItem(c: RestContext, { world, shapes }: Rest, item: AlignItem): Response {
  if (shapes.deletion === 'refused') {
    throw new HttpProblem(405, 'Items are not deleted here.');
  }
  world.recycle(item.type, item.id, c.get('uid'), 'api');
  return c.body(null, 204);
}

/** `GET /{Type}/{id}/editmeta`. Its body has not been seen: not verified against a live site. */
export function editMeta(c: RestContext): Response {
  const meta = CUSTOM_FIELDS.map(({ key, name, type, options }) => [
    key,
    { name, type, required: false, options: options ?? null },
  ]);
  return c.json({ customFields: Object.fromEntries(meta) });
}

/** `GET /{Type}/{id}/auditlog`. Neither path nor body is verified against a live site. */
export function auditLog(c: RestContext, { world, shapes }: Rest, item: AlignItem): Response {
  if (!shapes.auditLog) return c.body(null, 404);
  return c.json(
    world.auditLog(item.type, item.id).map(({ id, at, uid, who, action, label, from, to }) => ({
      id,
      date: at,
      userId: uid,
      user: who,
      action,
      field: label,
      oldValue: plain(from),
      newValue: plain(to),
    })),
  );
}

function plain(value: unknown): unknown {
  return Array.isArray(value) || isJsonObject(value) ? JSON.stringify(value) : value;
}

function isExpanded(c: RestContext): boolean {
  return c.req.query('expand')?.toLowerCase() === 'true';
}
