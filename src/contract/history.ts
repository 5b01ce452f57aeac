import * as z from 'zod/mini';
import { Actor, AlignType, FieldName, Side } from './common';

/** A field value as history shows it. Long texts are shortened; `sha256` then identifies the whole. */
export const ShownValue = z.object({
  text: z.string(),
  /** Characters of the whole value. */
  length: z.int(),
  shortened: z.boolean(),
  sha256: z.nullable(z.string()),
});
export type ShownValue = z.infer<typeof ShownValue>;

/**
 * What became of one field.
 * `applied`: written to the other side. `agreed`: the other side already had it.
 * `overruled`: both sides changed it, and this value lost to the field's policy; it stays here.
 * `refused`: the other side did not take it, see `remedy`.
 */
export const ChangeOutcome = z.enum(['applied', 'agreed', 'overruled', 'refused']);
export type ChangeOutcome = z.infer<typeof ChangeOutcome>;

/** What became of the change of one field. */
export const FieldChange = z.object({
  field: FieldName,
  /** What the mapping calls a custom field. */
  name: z.optional(z.string()),
  /** Where the change was made. */
  origin: Side,
  from: z.nullable(ShownValue),
  to: z.nullable(ShownValue),
  outcome: ChangeOutcome,
  /** Who made it, when the application says. */
  by: z.nullable(Actor),
  /** Who chose between the values of both sides, where a person was asked. */
  decidedBy: z.optional(Actor),
  remedy: z.nullable(z.string()),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What told the app that a pair may differ. */
export const HintSource = z.enum([
  'jira-event',
  'align-poll',
  'sweep',
  'manual',
  'retry',
  'backfill',
]);
export type HintSource = z.infer<typeof HintSource>;

/** What kind of effect an entry is about. */
export const AuditOutcome = z.enum([
  'created',
  'updated',
  'agreed',
  'adopted',
  'partial',
  'refused',
  'link-repaired',
  'unlinked',
  'parked',
  'setting-changed',
]);
export type AuditOutcome = z.infer<typeof AuditOutcome>;

/** One effect, written in the same transaction as the pair's new baseline. */
export const AuditEntry = z.object({
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  pairId: z.string(),
  /** Order within the pair, independent of any clock. */
  sequence: z.int(),
  projectId: z.string(),
  issueId: z.nullable(z.string()),
  issueKey: z.nullable(z.string()),
  alignType: z.nullable(AlignType),
  alignId: z.nullable(z.int()),
  title: z.string(),
  direction: z.enum(['to-align', 'to-jira', 'none']),
  outcome: AuditOutcome,
  /** Stable code of the outcome or of the error. */
  code: z.string(),
  message: z.string(),
  remedy: z.nullable(z.string()),
  hint: z.object({ source: HintSource, at: z.string() }),
  /** The person whose change caused the effect. */
  person: z.nullable(Actor),
  /** The account the effect was written as. */
  writtenAs: z.nullable(Actor),
  changes: z.array(FieldChange),
  durationMs: z.int(),
  requests: z.object({ jira: z.int(), jiraPoints: z.int(), align: z.int() }),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An audit entry with the addresses a person follows from it. */
export const HistoryRow = z.extend(AuditEntry, {
  issueUrl: z.nullable(z.string()),
  alignUrl: z.nullable(z.string()),
});
export type HistoryRow = z.infer<typeof HistoryRow>;
