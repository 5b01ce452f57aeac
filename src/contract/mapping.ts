import * as z from 'zod/mini';
import {
  AlignFieldId,
  AlignType,
  JiraFieldId,
  JiraId,
  SystemField,
  type CustomField,
} from './common';

/** Which way a field goes. `off` leaves both sides alone. */
export const FieldDirection = z.enum(['both', 'to-align', 'to-jira', 'off']);
export type FieldDirection = z.infer<typeof FieldDirection>;

/** Who wins when both sides changed the same field since they last agreed. `ask`: nobody before a person chooses. */
export const ConflictPolicy = z.enum(['newest', 'jira', 'align', 'ask']);
export type ConflictPolicy = z.infer<typeof ConflictPolicy>;

/** How one field is kept in step. */
export const FieldRule = z.object({ direction: FieldDirection, policy: ConflictPolicy });
export type FieldRule = z.infer<typeof FieldRule>;

const OFF: Readonly<FieldRule> = { direction: 'off', policy: 'newest' };

/** How every field is kept in step. A field without a rule, which an older version did not know, is left alone. */
const FieldRules = z.pipe(
  z.partialRecord(SystemField, FieldRule),
  z.transform((rules): Record<SystemField, FieldRule> => {
    const all = SystemField.options.map((field) => [field, rules[field] ?? OFF]);
    return Object.fromEntries(all) as Record<SystemField, FieldRule>;
  }),
);

/** An issue type of the project and the Align type that its issues become. */
export const TypeMapping = z.object({
  issueTypeId: JiraId,
  issueTypeName: z.string().check(z.maxLength(255)),
  alignType: AlignType,
});
export type TypeMapping = z.infer<typeof TypeMapping>;

/**
 * How the states of one Align type and the statuses of Jira correspond. Many statuses may lead to one state;
 * `toJira` names the one status a state leads back to.
 */
export const StateMapping = z.object({
  /** Jira status id to Align state number. */
  toAlign: z.record(z.string(), z.int()),
  /** Align state number (as a string) to Jira status id. */
  toJira: z.record(z.string(), z.string()),
});
export type StateMapping = z.infer<typeof StateMapping>;

/** What becomes of an issue when its Align item is recycled, cancelled or gone. */
export const WhenItemRemoved = z.enum(['unlink', 'transition', 'delete']);
export type WhenItemRemoved = z.infer<typeof WhenItemRemoved>;

/** What becomes of an Align item when its issue is deleted. `recycle` puts it in the recycle bin. */
export const WhenIssueDeleted = z.enum(['unlink', 'cancel', 'recycle']);
export type WhenIssueDeleted = z.infer<typeof WhenIssueDeleted>;

/**
 * What the two custom fields of a pairing hold. `text` is a single line, `paragraph` several; `choice` is one of
 * several options, `choices` any number of them.
 */
export const CustomFieldKind = z.enum([
  'text',
  'paragraph',
  'number',
  'date',
  'choice',
  'choices',
  'user',
]);
export type CustomFieldKind = z.infer<typeof CustomFieldKind>;

const ChoiceName = z.string().check(z.minLength(1), z.maxLength(255));

/** Names of choices that mean the same. Many may lead to one; back it leads to the first. */
export const ValuePairs = z
  .array(z.object({ jira: ChoiceName, align: ChoiceName }))
  .check(z.maxLength(200));
export type ValuePairs = z.infer<typeof ValuePairs>;

/** A Jira field and an Align custom field that are kept in step. */
export const CustomFieldMapping = z.extend(FieldRule, {
  /** As the history and the pages call the two. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(255)),
  jiraField: JiraFieldId,
  alignField: AlignFieldId,
  kind: CustomFieldKind,
  /** Names of options that mean the same. An option that stands in none of them goes by its own name. */
  values: z._default(ValuePairs, []),
  /** The Align types that have the field; none named: all that are mapped. */
  alignTypes: z._default(z.array(AlignType), []),
});
export type CustomFieldMapping = z.infer<typeof CustomFieldMapping>;

/** Name of the field that a pairing of custom fields makes. */
export function customField({
  jiraField,
  alignField,
}: Pick<CustomFieldMapping, 'jiraField' | 'alignField'>): CustomField {
  return `custom:${jiraField}:${alignField}`;
}

/** The most pairings of custom fields that a mapping takes. */
export const MOST_PAIRINGS = 30;

/** How one Jira project and one Align program correspond. */
export const ProjectMapping = z.object({
  version: z.int(),
  projectId: JiraId,
  projectKey: z.string().check(z.maxLength(64)),
  projectName: z.string().check(z.maxLength(255)),
  programId: z.int().check(z.minimum(1)),
  programName: z.string().check(z.maxLength(500)),
  enabled: z.boolean(),
  /** Whether a new Align item in the program creates a Jira issue. */
  createInJira: z.boolean(),
  /** Whether Align items that the vendor's own connector keeps may be paired. It has to be off for them. */
  adoptForeign: z._default(z.boolean(), false),
  types: z.array(TypeMapping).check(z.maxLength(50)),
  states: z.partialRecord(AlignType, StateMapping),
  /** Whether an issue that is done stays done, whatever becomes of its Align item. */
  resolvedIsSticky: z._default(z.boolean(), false),
  /** Name of the resolution that a transition is given where it takes one; null leaves the choice to the app. */
  resolution: z._default(z.nullable(z.string().check(z.minLength(1), z.maxLength(255))), null),
  whenItemRemoved: z._default(WhenItemRemoved, 'unlink'),
  /** The status that `transition` moves the issue to. */
  removedStatusId: z._default(z.nullable(z.string().check(z.regex(/^\d{1,19}$/))), null),
  whenIssueDeleted: z._default(WhenIssueDeleted, 'unlink'),
  /** The share of a project's pairs that may be removed within an hour before the app asks; 1 for all of them. */
  guardShare: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0.1),
  fields: FieldRules,
  /** Rules that hold for one Align type only, before those of `fields`. */
  typeFields: z._default(z.partialRecord(AlignType, z.partialRecord(SystemField, FieldRule)), {}),
  /** The Jira field behind a field that has none of its own on every site, such as points. */
  jiraFields: z._default(z.partialRecord(SystemField, JiraFieldId), {}),
  /** For fields that are one of several choices: names on both sides that mean the same, before equal names do. */
  values: z._default(z.partialRecord(SystemField, ValuePairs), {}),
  customFields: z._default(z.array(CustomFieldMapping).check(z.maxLength(MOST_PAIRINGS)), []),
});
export type ProjectMapping = z.infer<typeof ProjectMapping>;

/** A status of a Jira workflow, with the key of its status category. */
export const StatusOption = z.object({
  id: z.string(),
  name: z.string(),
  category: z.enum(['new', 'indeterminate', 'done', 'undefined']),
});
export type StatusOption = z.infer<typeof StatusOption>;

/** A state of an Align type, by the number that its API uses. */
export const AlignStateOption = z.object({ value: z.int(), name: z.string() });
export type AlignStateOption = z.infer<typeof AlignStateOption>;

/**
 * What a Jira field holds, by the schema that `GET /rest/api/3/field` answers. `flag` is a check box such as
 * "Flagged"; `resolved` is Jira's own resolution date, which can only be read.
 */
export const JiraFieldKind = z.enum([
  'number',
  'date',
  'resolved',
  'text',
  'paragraph',
  'select',
  'version',
  'multi-select',
  'user',
  'sprint',
  'team',
  'flag',
  'versions',
]);
export type JiraFieldKind = z.infer<typeof JiraFieldKind>;

/** Which Jira fields may stand behind a field that has none of its own on every site. */
export const JIRA_FIELD_KINDS: Readonly<Partial<Record<SystemField, readonly JiraFieldKind[]>>> = {
  points: ['number'],
  startDate: ['date'],
  targetDate: ['date'],
  acceptedDate: ['date', 'resolved'],
  blocked: ['flag'],
  blockedReason: ['text'],
  increment: ['select', 'version'],
  sprint: ['sprint'],
  team: ['team'],
};

/** The fields whose values are choices on both sides, for which a mapping may pair names. */
export const CHOICE_FIELDS = ['priority', 'increment', 'sprint', 'fixVersion', 'team'] as const;

/** A Jira field that the mapping may name. */
export const JiraFieldOption = z.object({ id: z.string(), name: z.string(), kind: JiraFieldKind });
export type JiraFieldOption = z.infer<typeof JiraFieldOption>;

/** What the mapping editor of one project can choose from, and the mapping as saved or as suggested. */
export const MappingOptions = z.object({
  saved: z.boolean(),
  mapping: z.nullable(ProjectMapping),
  issueTypes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      subtask: z.boolean(),
      hierarchyLevel: z.int(),
      statuses: z.array(StatusOption),
      /** States that would suit the type's statuses, for each Align type it may be mapped to. */
      suggestedStates: z.record(AlignType, StateMapping),
    }),
  ),
  programs: z.array(z.object({ id: z.int(), title: z.string() })),
  jiraFields: z.array(JiraFieldOption),
  alignStates: z.record(AlignType, z.array(AlignStateOption)),
  /** The fields that each Align type has. */
  alignFields: z.record(AlignType, z.array(SystemField)),
});
export type MappingOptions = z.infer<typeof MappingOptions>;

/** A Jira project in the list of projects; `mapping` is null while it is not mapped. */
export const ProjectRow = z.object({
  projectId: z.string(),
  key: z.string(),
  name: z.string(),
  mapping: z.nullable(
    z.object({
      programId: z.int(),
      programName: z.string(),
      enabled: z.boolean(),
      createInJira: z.boolean(),
      types: z.array(TypeMapping),
    }),
  ),
});
export type ProjectRow = z.infer<typeof ProjectRow>;
