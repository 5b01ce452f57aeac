import * as z from 'zod/mini';

// Zod probes `new Function` by default, which the Custom UI content security policy reports as a violation.
z.config({ jitless: true });

/** The Align work item types this app can pair with a Jira issue. */
export const AlignType = z.enum(['epic', 'capability', 'feature', 'story', 'defect', 'task']);
export type AlignType = z.infer<typeof AlignType>;

/** The work item fields that are kept in step. */
export const FieldName = z.enum([
  'title',
  'description',
  'state',
  'owner',
  'labels',
  'points',
  'parent',
]);
export type FieldName = z.infer<typeof FieldName>;

/** A Jira field as REST names it, e.g. `duedate` or `customfield_10016`. */
export const JiraFieldId = z.string().check(z.regex(/^[a-z][A-Za-z0-9_]{0,60}$/));

/** One of the two applications. */
export const Side = z.enum(['jira', 'align']);
export type Side = z.infer<typeof Side>;

/** A person or account on one side. `id` is a Jira account id or an Align uid. */
export const Actor = z.object({
  side: Side,
  id: z.string(),
  name: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/** What went wrong, in words an admin can act on. `code` is stable across releases. */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** A page of a list. `cursor` asks for the next page; it is not valid for longer than a session. */
export const Page = z.object({
  cursor: z.optional(z.string().check(z.maxLength(2000))),
});

/** A Jira id: digits only, so that it can stand in a storage key and in a URL. */
export const JiraId = z.string().check(z.regex(/^\d{1,19}$/));
