import * as z from 'zod/mini';
import { AlignType, type Actor } from '../contract/common';
import type { JiraChange, JiraIssue, JiraStatus } from '../domain/issue';

/** Property of an issue that names its Align item; the manifest declares it for JQL. */
export const MARK_PROPERTY = 'align.link';

const Person = z.object({
  accountId: z.string(),
  displayName: z.catch(z.string(), ''),
  // Absent or empty when the person hides it.
  emailAddress: z.optional(z.nullable(z.string())),
});

const Status = z.object({
  id: z.string(),
  name: z.string(),
  statusCategory: z.optional(z.object({ key: z.string() })),
});

const ChangeItem = z.object({
  field: z.string(),
  fieldId: z.optional(z.string()),
  // Where Jira leaves it out, the method of that name that every object has stands there instead.
  toString: z.catch(z.nullable(z.string()), null),
});

const Change = z.object({
  created: z.string(),
  author: z.optional(z.nullable(z.object({ accountId: z.string(), displayName: z.string() }))),
  items: z.array(ChangeItem),
});

const Mark = z.object({ alignType: AlignType, alignId: z.int() });

/** Of `GET /rest/api/3/issue/{id}`, what the app asks for. Everything else is ignored. */
export const IssueAnswer = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string(),
    updated: z.string(),
    project: z.object({ id: z.string() }),
    issuetype: z.object({ id: z.string() }),
    status: Status,
    description: z.optional(z.unknown()),
    assignee: z.optional(z.nullable(Person)),
    creator: z.catch(z.optional(z.nullable(Person)), null),
    labels: z.catch(z.array(z.string()), []),
    parent: z.optional(
      z.nullable(
        z.object({
          id: z.string(),
          fields: z.optional(z.object({ issuetype: z.optional(z.object({ id: z.string() })) })),
        }),
      ),
    ),
  }),
  properties: z.catch(z.record(z.string(), z.unknown()), {}),
  changelog: z.optional(z.object({ histories: z.catch(z.array(Change), []) })),
});
export type IssueAnswer = z.infer<typeof IssueAnswer>;

const CATEGORIES = ['new', 'indeterminate', 'done'] as const;

export function categoryOf(key: string | undefined): JiraStatus['category'] {
  return CATEGORIES.find((category) => category === key) ?? 'undefined';
}

/**
 * The issue under the app's own names.
 * @param fieldIds what was asked for besides the fields of every issue
 */
export function toIssue(answer: IssueAnswer, fieldIds: readonly string[]): JiraIssue {
  const { fields } = answer;
  const mark = Mark.safeParse(answer.properties[MARK_PROPERTY]);
  return {
    id: answer.id,
    key: answer.key,
    projectId: fields.project.id,
    issueTypeId: fields.issuetype.id,
    updated: new Date(fields.updated).toISOString(),
    summary: fields.summary,
    description: fields.description ?? null,
    status: {
      id: fields.status.id,
      name: fields.status.name,
      category: categoryOf(fields.status.statusCategory?.key),
    },
    assignee:
      fields.assignee == null
        ? null
        : {
            accountId: fields.assignee.accountId,
            name: fields.assignee.displayName,
            email: fields.assignee.emailAddress || null,
          },
    labels: fields.labels,
    fields: Object.fromEntries(fieldIds.map((id) => [id, fields[id] ?? null])),
    parentId: fields.parent?.id ?? null,
    parentTypeId: fields.parent?.fields?.issuetype?.id ?? null,
    creator: fields.creator == null ? null : actor(fields.creator),
    mark: mark.success ? mark.data : null,
    changes: changesOf(answer),
  };
}

function actor({ accountId, displayName }: { accountId: string; displayName: string }): Actor {
  return { side: 'jira', id: accountId, name: displayName || accountId };
}

/** Newest first, whichever order Jira answers in. */
function changesOf(answer: IssueAnswer): JiraChange[] {
  return (answer.changelog?.histories ?? [])
    .flatMap((history) =>
      history.items.map((item) => ({
        fieldId: item.fieldId ?? item.field,
        at: new Date(history.created).toISOString(),
        by: history.author == null ? null : actor(history.author),
        to: item.toString,
      })),
    )
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
