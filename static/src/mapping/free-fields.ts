import {
  kindInJira,
  pairingKind,
  type AlignCustomFieldOption,
  type CustomFieldOptions,
  type JiraFieldOption,
  type MappingOptions,
  type ProjectMapping,
} from '../../../src/contract';
import { fieldsOfChoice } from './draft';

/** Jira fields that can be paired: of a kind that can, in no pairing, and behind no other field that is on. */
export function freeJiraFields(
  draft: ProjectMapping,
  options: MappingOptions,
  fitting: AlignCustomFieldOption | null,
): JiraFieldOption[] {
  const taken = new Set<string | undefined>([
    ...draft.customFields.map(({ jiraField }) => jiraField),
    ...fieldsOfChoice(draft, options).map((field) => draft.jiraFields[field]),
  ]);
  return options.jiraFields
    .filter(({ id, kind }) =>
      taken.has(id)
        ? false
        : fitting === null
          ? kindInJira(kind) !== null
          : pairingKind(kind, fitting.kind) !== null,
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Custom fields of Jira Align that can be paired. */
export function freeAlignFields(
  draft: ProjectMapping,
  { alignFields }: CustomFieldOptions,
  fitting: JiraFieldOption | null,
): AlignCustomFieldOption[] {
  const taken = new Set(draft.customFields.map(({ alignField }) => alignField));
  return alignFields.filter(
    ({ id, kind }) =>
      !taken.has(id) && (fitting === null || pairingKind(fitting.kind, kind) !== null),
  );
}
