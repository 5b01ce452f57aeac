import * as z from 'zod/mini';
import { Actor, AlignType } from '../contract/common';
import { HintSource } from '../contract/history';
import type { Hint } from '../domain/hint';

/**
 * A hint as it stands in the queue. Queued events outlive a deployment and are consumed by newer code, so `v` stays,
 * and a later shape is added beside this one.
 */
const HintMessage = z.object({
  v: z.literal(1),
  target: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('issue'),
      issueId: z.string(),
      projectId: z.nullable(z.string()),
    }),
    z.object({
      kind: z.literal('align'),
      ref: z.object({ type: AlignType, id: z.int() }),
    }),
  ]),
  source: HintSource,
  at: z.string(),
  changedAt: z.nullable(z.string()),
  actor: z.nullable(Actor),
  deleted: z.boolean(),
  thorough: z.boolean(),
  rare: z.optional(z.boolean()),
  answer: z.optional(z.enum(['apply', 'unlink'])),
});

/** Hints that wait together until they may be queued, see `queue-pace.ts`. */
const ParcelMessage = z.object({
  v: z.literal(1),
  kind: z.literal('parcel'),
  hints: z.array(HintMessage),
});

/** @throws z.ZodError for a body that no version of the app has written */
export function parseHint(body: unknown): Hint {
  return HintMessage.parse(body);
}

/** The hints of a parcel; null when the body is something else. */
export function parcelIn(body: unknown): Hint[] | null {
  return ParcelMessage.safeParse(body).data?.hints ?? null;
}
