import {
  customField,
  type CustomFieldKind,
  type CustomFieldMapping,
} from '../../../contract/mapping';
import type { FieldCodec, FieldContext } from '../codec';
import { choice } from './choice';
import { choices } from './choices';
import { date } from './date';
import type { CustomContext, CustomKind } from './kind';
import { number } from './number';
import { paragraph } from './paragraph';
import { person } from './person';
import { text } from './text';

const KINDS: Readonly<Record<CustomFieldKind, unknown>> = {
  text,
  paragraph,
  number,
  date,
  choice,
  choices,
  user: person,
};

/** The codec of a pairing: the rules of its kind, applied to its two fields. */
export function customCodec(pairing: CustomFieldMapping): FieldCodec<unknown, unknown> {
  const kind = KINDS[pairing.kind] as CustomKind<unknown, unknown>;
  const { jiraField, alignField } = pairing;
  const within = (context: FieldContext): CustomContext => ({ ...context, pairing });
  return {
    name: customField(pairing),
    holdsPerson: kind.holdsPerson === true,
    jira: {
      read: (issue) => kind.jira.read(issue.fields[jiraField]),
      stamp: (value) => kind.jira.stamp(value),
      fieldId: () => jiraField,
      payload: (value) => kind.jira.payload(value),
      changeIds: () => [jiraField],
    },
    align: {
      read: (item) => kind.align.read(item.customFields[alignField]?.values ?? []),
      stamp: (value) => kind.align.stamp(value),
      property: `custom:${alignField}`,
    },
    equal: (jira, align, context) => kind.equal(jira, align, within(context)),
    toAlign: (jira, current, context) => kind.toAlign(jira, current, within(context)),
    toJira: (align, current, context) => kind.toJira(align, current, within(context)),
  };
}
