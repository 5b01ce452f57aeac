import type { SystemField } from '../../contract/common';
import type { AlignItem } from '../align-item';
import type { JiraIssue, JiraPerson } from '../issue';
import type { AlignProperty, FieldCodec } from './codec';
import { personRules } from './person-rules';

interface PersonField {
  readonly name: SystemField;
  /** Begins the codes of its refusals. */
  readonly code: string;
  readonly fieldId: string;
  readonly property: AlignProperty;
  inJira(issue: JiraIssue): JiraPerson | null;
  inAlign(item: AlignItem): string | null;
}

/** A field that holds a person on every site. */
export function personField(field: PersonField): FieldCodec<JiraPerson | null, string | null> {
  const { name, code, fieldId, property } = field;
  const rules = personRules(code);
  return {
    ...rules,
    name,
    jira: {
      ...rules.jira,
      read: (issue) => field.inJira(issue),
      fieldId: () => fieldId,
      changeIds: () => [fieldId],
    },
    align: { ...rules.align, read: (item) => field.inAlign(item), property },
  };
}
