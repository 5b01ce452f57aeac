import type { FieldDefinition, FieldKindName, FieldOption } from './definition';

const PLUGIN = 'com.atlassian.jira.plugin.system.customfieldtypes';

interface CustomType {
  kind: FieldKindName;
  type: string;
  items?: string;
  custom: string;
}

/** Types of custom field that an admin can add, with the schema each has in REST v3. */
const CUSTOM_TYPES = {
  number: { kind: 'number', type: 'number', custom: `${PLUGIN}:float` },
  text: { kind: 'text', type: 'string', custom: `${PLUGIN}:textfield` },
  // REST v3 takes and gives a document for a field of several lines.
  paragraph: { kind: 'document', type: 'string', custom: `${PLUGIN}:textarea` },
  url: { kind: 'url', type: 'string', custom: `${PLUGIN}:url` },
  date: { kind: 'date', type: 'date', custom: `${PLUGIN}:datepicker` },
  select: { kind: 'option', type: 'option', custom: `${PLUGIN}:select` },
  multiselect: {
    kind: 'options',
    type: 'array',
    items: 'option',
    custom: `${PLUGIN}:multiselect`,
  },
  checkboxes: {
    kind: 'options',
    type: 'array',
    items: 'option',
    custom: `${PLUGIN}:multicheckboxes`,
  },
  user: { kind: 'user', type: 'user', custom: `${PLUGIN}:userpicker` },
} as const satisfies Record<string, CustomType>;

export type CustomFieldType = keyof typeof CUSTOM_TYPES;

/**
 * A custom field as an admin would add it.
 * @param number of its id, `customfield_<number>`
 * @param values choices of a select list or of checkboxes
 */
export function customField(
  number: number,
  name: string,
  type: CustomFieldType,
  values: readonly string[] = [],
): FieldDefinition {
  const { kind, ...schema } = CUSTOM_TYPES[type];
  const takesOptions = kind === 'option' || kind === 'options';
  return {
    ...productField(number, name, kind, schema),
    ...(takesOptions ? { options: values.map(optionOf(number)) } : {}),
  };
}

/** Ids of options are unique on a site, so they start from the field's own number. */
const optionOf =
  (number: number) =>
  (value: string, index: number): FieldOption => ({ id: String(number * 10 + index), value });

/** A custom field that another Atlassian product brings along. */
export function productField(
  number: number,
  name: string,
  kind: FieldKindName,
  schema: { type: string; items?: string; custom: string },
): FieldDefinition {
  return {
    id: `customfield_${number}`,
    name,
    kind,
    schema: { ...schema, customId: number },
    clauseNames: [`cf[${number}]`, name],
  };
}
