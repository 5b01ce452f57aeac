import { applyPatch, JsonPatchError, type Operation } from 'fast-json-patch';
import { z } from 'zod';
import { isSystemOwned } from '../dto/system-owned';
import type { DtoShape } from '../dto/shape';
import type { JsonObject } from '../json';
import { HttpProblem } from './problem';

const patchSchema = z
  .array(
    z.object({
      op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
      path: z.string(),
      from: z.string().nullish(),
      value: z.json().optional(),
    }),
  )
  .min(1);

/**
 * Applies a JSON Patch to an item's DTO and returns the properties that it changes. Paths may lack
 * their leading slash and may end with one, property names match in any case: vendor articles show
 * `customfields/3/customfield_90779/0/value` and `/additionalProgramIds/`.
 * @param alsoWritable system-owned properties that may be written all the same
 * @throws {HttpProblem} 400 when the patch is malformed or does not apply
 */
export function applyJsonPatch(
  body: unknown,
  dto: JsonObject,
  shape: DtoShape,
  alsoWritable: readonly string[] = [],
): JsonObject {
  const parsed = patchSchema.safeParse(body);
  if (!parsed.success) {
    throw new HttpProblem(400, 'The body must be a JSON Patch: an array of {op, path, value}.');
  }
  const operations = parsed.data.map((operation) => {
    const path = pointer(operation.path, shape);
    if (operation.op !== 'test') refuseSystemOwned(path, alsoWritable);
    const from = operation.from == null ? undefined : pointer(operation.from, shape);
    return { ...operation, path, from } as Operation;
  });
  const before = structuredClone(dto);
  // Appending is how a client sets the first custom field of an item that has none yet.
  if (operations.some(({ path }) => path === '/customFields/-')) before.customFields ??= [];
  const patched = apply(operations, before);
  const isChanged = (name: string) =>
    JSON.stringify(patched[name] ?? null) !== JSON.stringify(dto[name] ?? null);
  const changed = Object.keys(shape.properties).filter(isChanged);
  return Object.fromEntries(changed.map((name) => [name, patched[name] ?? null]));
}

function pointer(path: string, shape: DtoShape): string {
  const [first = '', ...rest] = path.replace(/^\//, '').replace(/\/$/, '').split('/');
  const lower = first.toLowerCase();
  const name = Object.keys(shape.properties).find((known) => known.toLowerCase() === lower);
  if (!name) {
    const message = `The target location specified by path segment '${first}' was not found.`;
    throw new HttpProblem(400, message, [{ field: first, message }]);
  }
  return `/${[name, ...rest].join('/')}`;
}

function refuseSystemOwned(path: string, alsoWritable: readonly string[]): void {
  const [, name = ''] = path.split('/');
  if (!isSystemOwned(name) || alsoWritable.includes(name)) return;
  throw new HttpProblem(400, `${name} is read-only.`, [{ field: name, message: 'is read-only' }]);
}

function apply(operations: Operation[], document: JsonObject): JsonObject {
  try {
    return applyPatch(document, operations, true).newDocument;
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error;
    const path: unknown = error.operation?.path;
    const [reason = ''] = error.message.split('\n');
    const message = `The patch does not apply at '${String(path)}': ${reason}`;
    throw new HttpProblem(400, message, [{ field: String(path), message: reason }]);
  }
}
