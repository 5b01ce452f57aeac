import type { SystemField } from '../contract/common';
import {
  JIRA_FIELD_KINDS,
  type FieldRule,
  type JiraFieldOption,
  type ProjectMapping,
} from '../contract/mapping';
import { DEFAULT_RULE, defaultFieldRules } from './mapping';

/** Name of the Jira field that most sites use for it; null: the first field of the kind. */
const USUAL: Readonly<Partial<Record<SystemField, RegExp | null>>> = {
  points: /story ?point/i,
  startDate: /^start date$/i,
  targetDate: /^target (?:date|end)$/i,
  acceptedDate: /^accept(?:ed|ance) date$/i,
  blocked: /^flagged$/i,
  blockedReason: /block\w* reason|reason .*block/i,
  increment: /^(?:program increment|pi)$/i,
  sprint: null,
  team: null,
};

const TO_ALIGN: Readonly<FieldRule> = { direction: 'to-align', policy: 'newest' };

/** Fields that are on at first where Jira has a field for them. */
const ON_WITH_FIELD: readonly SystemField[] = ['startDate', 'blocked', 'blockedReason'];

/** The rules and the Jira fields that a new mapping begins with. What plans the work is left to the admin. */
export function suggestFields(
  options: readonly JiraFieldOption[],
): Pick<ProjectMapping, 'fields' | 'jiraFields'> {
  const jiraFields: Partial<Record<SystemField, string>> = {};
  for (const [name, usual] of Object.entries(USUAL)) {
    const field = name as SystemField;
    const found = options.find(
      (option) =>
        JIRA_FIELD_KINDS[field]?.includes(option.kind) &&
        option.kind !== 'resolved' &&
        (usual === null || usual.test(option.name)),
    );
    if (found !== undefined) jiraFields[field] = found.id;
  }
  const on = ON_WITH_FIELD.filter((field) => jiraFields[field] !== undefined);
  return {
    fields: {
      ...defaultFieldRules(),
      priority: DEFAULT_RULE,
      dueDate: DEFAULT_RULE,
      // Jira often lets nobody but its admins change the reporter.
      reporter: TO_ALIGN,
      ...Object.fromEntries(on.map((field) => [field, DEFAULT_RULE])),
    },
    jiraFields,
  };
}
