import type { FieldName, Side } from '../contract/common';
import type { FieldChange } from '../contract/history';
import type { ProjectMapping } from '../contract/mapping';
import { ForbiddenError, RejectedError, type SyncError } from '../domain/errors';
import { codecOf } from '../domain/fields';
import type { FieldBaseline, Refusal } from '../domain/pair';
import type { FieldWrite } from '../domain/plan';

/** What became of the writes to one side. */
export interface Applied {
  changes: FieldChange[];
  baseline: Partial<Record<FieldName, FieldBaseline>>;
  refused: Partial<Record<FieldName, Refusal>>;
  /** An error that stopped the rest. What came before it has taken effect and must be recorded. */
  failure: unknown;
}

type Send = (writes: readonly FieldWrite[]) => Promise<void>;

/** Whether an error means that the side has understood the write and will not take it. */
export function isRefusal(error: unknown): error is RejectedError | ForbiddenError {
  return error instanceof RejectedError || error instanceof ForbiddenError;
}

/**
 * Writes fields to one side. A field that is refused is left out and the rest is sent again: those the answer names,
 * or, when it names none, one by one.
 * @param fieldId the side's own name of a field, to recognise it in the answer
 */
export async function applyWrites(
  side: Side,
  writes: readonly FieldWrite[],
  send: Send,
  fieldId: (field: FieldName) => string | null,
): Promise<Applied> {
  const applied: Applied = { changes: [], baseline: {}, refused: {}, failure: null };
  const accept = (done: readonly FieldWrite[]) => {
    for (const write of done) {
      applied.changes.push(write.change);
      applied.baseline[write.field] = write.base;
    }
  };
  const refuse = (write: FieldWrite, error: SyncError, said?: string) => {
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

async function sendOneByOne(
  writes: readonly FieldWrite[],
  send: Send,
  {
    applied,
    accept,
    refuse,
  }: {
    applied: Applied;
    accept: (done: readonly FieldWrite[]) => void;
    refuse: (write: FieldWrite, error: SyncError) => void;
  },
): Promise<Applied> {
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

/** The fields that a refusal names, with what it says of each. */
function namedIn(
  error: RejectedError | ForbiddenError,
  writes: readonly FieldWrite[],
  fieldId: (field: FieldName) => string | null,
): Map<FieldName, string> {
  const named = new Map<FieldName, string>();
  if (!(error instanceof RejectedError)) return named;
  for (const [name, said] of Object.entries(error.fieldErrors)) {
    const write = writes.find(({ field }) => fieldId(field) === name);
    if (write !== undefined) named.set(write.field, said);
  }
  return named;
}

/** Align values of writes, under the app's names. */
export function alignValues(
  mapping: ProjectMapping,
  writes: readonly FieldWrite[],
): Record<string, unknown> {
  return Object.fromEntries(
    writes.map(({ field, value }) => [codecOf(field, mapping).align.property, value]),
  );
}
