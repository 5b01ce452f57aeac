import { ForbiddenError, RejectedError } from '../domain/errors';
import { codecOf } from '../domain/fields';
export function isRefusal(error) {
  return error instanceof RejectedError || error instanceof ForbiddenError;
}
export async function applyWrites(side, writes, send, fieldId) {
  const applied = { changes: [], baseline: {}, refused: {}, failure: null };
  const accept = (done) => {
    for (const write of done) {
      applied.changes.push(write.change);
      applied.baseline[write.field] = write.base;
    }
  };
  const refuse = (write, error, said) => {
    const message = said === undefined ? error.message : said;
    const { code, remedy } = error;
    applied.changes.push({ ...write.change, outcome: 'refused', remedy: `${message} ${remedy}` });
    applied.refused[write.field] = { key: write.key, by: side, code, message, remedy };
  };
  let rest = [...writes];
  while (rest.length > 0) {
    try {
      await send(rest);
      accept(rest);
      return applied;
    } catch (error) {
      if (!isRefusal(error)) return { ...applied, failure: error };
      const named = namedIn(error, rest, fieldId);
      if (named.size === 0 && rest.length > 1) {
        return sendOneByOne(rest, send, { applied, accept, refuse });
      }
      for (const write of rest) {
        if (named.size === 0 || named.has(write.field))
          refuse(write, error, named.get(write.field));
      }
      rest = named.size === 0 ? [] : rest.filter((write) => !named.has(write.field));
    }
  }
  return applied;
}
async function sendOneByOne(writes, send, { applied, accept, refuse }) {
  for (const write of writes) {
    try {
      await send([write]);
      accept([write]);
    } catch (error) {
      if (!isRefusal(error)) return { ...applied, failure: error };
      refuse(write, error);
    }
  }
  return applied;
}
function namedIn(error, writes, fieldId) {
  const named = new Map();
  if (!(error instanceof RejectedError)) return named;
  for (const [name, said] of Object.entries(error.fieldErrors)) {
    const write = writes.find(({ field }) => fieldId(field) === name);
    if (write !== undefined) named.set(write.field, said);
  }
  return named;
}
export function alignValues(writes) {
  return Object.fromEntries(
    writes.map(({ field, value }) => [codecOf(field).align.property, value]),
  );
}
