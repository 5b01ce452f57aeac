import * as z from 'zod/mini';
import { AlignType, FieldName, Problem } from './common';
import { ShownValue } from './history';

/** A field that both sides have changed, between whose values a person chooses. */
export const Conflict = z.object({
  field: FieldName,
  /** What the mapping calls a custom field. */
  name: z.optional(z.string()),
  jira: z.nullable(ShownValue),
  align: z.nullable(ShownValue),
});
export type Conflict = z.infer<typeof Conflict>;

/** One Jira issue and its Align twin, as the web links table shows them. */
export const LinkRow = z.object({
  issueId: z.string(),
  issueKey: z.string(),
  issueUrl: z.string(),
  title: z.string(),
  alignType: AlignType,
  alignId: z.nullable(z.int()),
  alignUrl: z.nullable(z.string()),
  /**
   * `in-step`: both sides agreed at `lastSyncedAt`. `creating`: the twin is being created.
   * `attention`: in step but for what `problem` says of a field. `parked`: a person is needed, see `problem`.
   * `unlinked`: one side is gone, or a person unlinked them.
   */
  status: z.enum(['in-step', 'attention', 'creating', 'parked', 'unlinked']),
  jiraStatus: z.nullable(z.string()),
  alignState: z.nullable(z.string()),
  lastSyncedAt: z.nullable(z.string()),
  /** The web link on the Jira issue. */
  webLink: z.enum(['present', 'missing']),
  /** The "View in Jira" link on the Align item. */
  viewInJira: z.enum(['present', 'missing', 'not-supported']),
  problem: z.nullable(Problem),
  conflicts: z._default(z.array(Conflict), []),
});
export type LinkRow = z.infer<typeof LinkRow>;

/** A piece of work that waits for a person. */
export const ParkedRow = z.object({
  id: z.string(),
  issueId: z.nullable(z.string()),
  issueKey: z.nullable(z.string()),
  alignType: z.nullable(AlignType),
  alignId: z.nullable(z.int()),
  title: z.nullable(z.string()),
  issueUrl: z.nullable(z.string()),
  alignUrl: z.nullable(z.string()),
  since: z.string(),
  attempts: z.int(),
  /** When it is tried again by itself, at the latest; null when it waits for an answer or for the end of a pause. */
  nextTryAt: z.nullable(z.string()),
  problem: Problem,
});
export type ParkedRow = z.infer<typeof ParkedRow>;

/** What the issue panel shows. */
export const TwinView = z.object({
  status: z.enum(['paired', 'creating', 'unlinked', 'parked', 'not-paired', 'not-mapped']),
  link: z.nullable(LinkRow),
  programName: z.nullable(z.string()),
  problem: z.nullable(Problem),
});
export type TwinView = z.infer<typeof TwinView>;
