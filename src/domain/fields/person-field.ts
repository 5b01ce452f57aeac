import type { SystemField } from '../../contract/common';
import type { AlignItem } from '../align-item';
import type { JiraIssue, JiraPerson } from '../issue';
import { isSamePerson } from '../people-match';
import { stamp } from '../stamp';
import { converted, type AlignProperty, type FieldCodec } from './codec';
import { toAlignUser, toJiraAccount } from './person';

interface PersonField {
  readonly name: SystemField;
  /** Begins the codes of its refusals. */
  readonly code: string;
  readonly fieldId: string;
  readonly property: AlignProperty;
  inJira(issue: JiraIssue): JiraPerson | null;
  inAlign(item: AlignItem): string | null;
}

/** A person who cannot be matched with certainty is never guessed: the field is left alone, with the reason. */
export function personField(field: PersonField): FieldCodec<JiraPerson | null, string | null> {
  const { name, code, fieldId, property } = field;
  return {
    name,
    holdsPerson: true,
    jira: {
      read: (issue) => field.inJira(issue),
      stamp: (value) => stamp(value?.accountId ?? '', value?.name ?? null),
      fieldId: () => fieldId,
      payload: (value) => (value === null ? null : { accountId: value.accountId }),
      changeIds: () => [fieldId],
    },
    align: {
      read: (item) => field.inAlign(item),
      stamp: (value) => stamp(value ?? '', value),
      property,
    },
    equal: (jira, align, { references }) => {
      if (jira === null || align === null) return jira === null && align === null;
      return isSamePerson(references.people, jira.accountId, align);
    },
    toAlign: (jira, _current, { references: { people } }) =>
      jira === null ? converted(null) : toAlignUser(code, jira, people.uidOf.get(jira.accountId)),
    toJira: (align, _current, { references: { people } }) =>
      align === null ? converted(null) : toJiraAccount(code, align, people.accountOf.get(align)),
  };
}
