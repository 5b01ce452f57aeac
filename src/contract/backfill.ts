import * as z from 'zod/mini';
import { Actor, AlignType, JiraId, Problem } from './common';

/** What a backfill is to do besides creating Align items for issues. */
export const BackfillChoices = z.object({
  /** Link an issue to an unpaired Align item of the same type, program and exact title instead of creating one. */
  matchByTitle: z.boolean(),
  /** Before that, link an issue to the Align item in which the vendor's connector keeps its key; see `adoptForeign`. */
  matchByKey: z._default(z.boolean(), false),
  /** Create Jira issues for Align items that have none. */
  includeAlign: z.boolean(),
});
export type BackfillChoices = z.infer<typeof BackfillChoices>;

/** A backfill of one project. */
export const BackfillRequest = z.extend(BackfillChoices, { projectId: JiraId });
export type BackfillRequest = z.infer<typeof BackfillRequest>;

/** An issue or item as a preview shows it. */
export const BackfillSample = z.object({
  key: z.string(),
  title: z.string(),
  alignType: z.nullable(AlignType),
});
export type BackfillSample = z.infer<typeof BackfillSample>;

/**
 * What a backfill would do now. Nothing is written to find out. Jira's counts are its own estimates, so that a
 * preview of a large project does not spend the points of the backfill itself.
 */
export const BackfillPreview = z.object({
  at: z.string(),
  /** Issues of mapped types. */
  issues: z.int(),
  /** Of these, those that are paired already. */
  paired: z.int(),
  /** Issues of types that are not mapped. */
  skipped: z.int(),
  /** Align items in the program without an issue; null when they are not included. */
  alignItems: z.nullable(z.int()),
  /** There is too much for a preview to count: `paired` and `alignItems` are lower bounds. */
  isAtLeast: z.boolean(),
  /** Of the samples, those that would be linked to an item that is there already. */
  wouldLink: z.int(),
  toCreate: z.array(BackfillSample),
  toLink: z.array(BackfillSample),
  notMapped: z.array(BackfillSample),
});
export type BackfillPreview = z.infer<typeof BackfillPreview>;

/** `waiting`: it goes on by itself, see `problem`. `paused`: a person has to resume it. */
export const BackfillStatus = z.enum(['none', 'running', 'waiting', 'paused', 'done', 'cancelled']);
export type BackfillStatus = z.infer<typeof BackfillStatus>;

/** A backfill as the admin page watches it. */
export const BackfillView = z.object({
  status: BackfillStatus,
  by: z.nullable(Actor),
  startedAt: z.nullable(z.string()),
  updatedAt: z.nullable(z.string()),
  choices: BackfillChoices,
  /** Issues and items to look at, as estimated when it began. */
  total: z.int(),
  /** Looked at so far. */
  done: z.int(),
  created: z.int(),
  linked: z.int(),
  /** Paired already, or of a type that is not mapped. */
  skipped: z.int(),
  /** Handed to the ordinary queue, where a failure is retried and parked with its remedy. */
  handedOn: z.int(),
  /** Why it waits or has stopped. */
  problem: z.nullable(Problem),
});
export type BackfillView = z.infer<typeof BackfillView>;
