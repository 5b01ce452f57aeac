import * as z from 'zod/mini';
import type { JiraStatus } from '../domain/issue';
import type { Transition } from '../domain/transition';
import { categoryOf } from './issue-schema';

const Status = z.object({
  id: z.string(),
  name: z.string(),
  statusCategory: z.optional(z.object({ key: z.string() })),
});

const Field = z.object({
  name: z.catch(z.string(), ''),
  required: z.catch(z.boolean(), false),
  hasDefaultValue: z.catch(z.boolean(), false),
  // What a field offers differs by its type: only values with an id and a name are of use here.
  allowedValues: z.catch(z.array(z.unknown()), []),
});

const Value = z.object({ id: z.string(), name: z.string() });

const TransitionAnswer = z.object({
  id: z.string(),
  name: z.string(),
  to: Status,
  hasScreen: z.catch(z.boolean(), false),
  fields: z.catch(z.record(z.string(), Field), {}),
});

/** Of `GET /rest/api/3/issue/{id}/transitions`, and of the `transitions` that a search is asked to expand. */
export const Transitions = z.array(TransitionAnswer);

/** `status` of an issue. */
export const IssueStatus = z.object({ fields: z.object({ status: Status }) });

export function toStatus({ id, name, statusCategory }: z.infer<typeof Status>): JiraStatus {
  return { id, name, category: categoryOf(statusCategory?.key) };
}

export function toTransition(answer: z.infer<typeof TransitionAnswer>): Transition {
  const { id, name, to, hasScreen } = answer;
  const fields = Object.entries(answer.fields).map(([fieldId, field]) => ({
    id: fieldId,
    name: field.name === '' ? fieldId : field.name,
    required: field.required,
    hasDefault: field.hasDefaultValue,
    allowed: field.allowedValues.flatMap((value) => {
      const parsed = Value.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    }),
  }));
  return { id, name, to: toStatus(to), hasScreen, fields };
}
