import * as z from 'zod/mini';

// Zod probes `new Function` by default, which the Custom UI content security policy reports as a violation.
z.config({ jitless: true });

/** The Align work item types this app can pair with a Jira issue. */
export const AlignType = z.enum(['epic', 'capability', 'feature', 'story', 'defect', 'task']);
export type AlignType = z.infer<typeof AlignType>;

/** The work item fields that every site has. */
export const SystemField = z.enum([
  'title',
  'description',
  'state',
  'owner',
  'labels',
  'points',
  'parent',
  'reporter',
  'priority',
  'startDate',
  'dueDate',
  'targetDate',
  'acceptedDate',
  'blocked',
  'blockedReason',
  'increment',
  'sprint',
  'fixVersion',
  'team',
]);
export type SystemField = z.infer<typeof SystemField>;

/** A Jira field as REST names it, e.g. `duedate` or `customfield_10016`. */
export const JiraFieldId = z.string().check(z.regex(/^[a-z][A-Za-z0-9_]{0,60}$/));

/** A custom field of Jira Align as its API names it, e.g. `customfield_70026`. */
export const AlignFieldId = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,60}$/));

/**
 * A Jira field and an Align custom field that a project's mapping pairs: `custom:<Jira field id>:<Align field id>`.
 * The name holds the pairing, so that with another one it is another field, which has agreed to nothing yet.
 */
export const CustomField = z.templateLiteral(['custom:', JiraFieldId, ':', AlignFieldId]);
export type CustomField = z.infer<typeof CustomField>;

/** Whether a field is a pairing of custom fields. */
export function isCustom(field: FieldName): field is CustomField {
  return field.startsWith('custom:');
}

/** The work item fields that are kept in step. */
export const FieldName = z.union([SystemField, CustomField]);
export type FieldName = z.infer<typeof FieldName>;

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
