import type { JiraFieldKind } from '../contract/mapping';

/** What `GET /rest/api/3/field` says of what a field holds. */
export interface FieldSchema {
  readonly type: string;
  readonly items?: string | undefined;
  /** Key of a custom field's type, e.g. `com.atlassian.jira.plugin.system.customfieldtypes:select`. */
  readonly custom?: string | undefined;
}

/** By the last part of the key of a custom field's type. Those of Jira's own products are stable across sites. */
const KINDS: Readonly<Record<string, JiraFieldKind>> = {
  textfield: 'text',
  textarea: 'paragraph',
  select: 'select',
  radiobuttons: 'select',
  version: 'version',
  multiselect: 'multi-select',
  userpicker: 'user',
  multicheckboxes: 'flag',
  'gh-sprint': 'sprint',
  'rm-teams-custom-field-team': 'team',
  multiversion: 'versions',
};

/** What a field holds, or null when the app has no use for it. */
export function fieldKind(id: string, schema: FieldSchema | undefined): JiraFieldKind | null {
  if (schema === undefined) return null;
  if (id === 'resolutiondate') return 'resolved';
  if (schema.custom === undefined) return null;
  const kind = KINDS[schema.custom.slice(schema.custom.lastIndexOf(':') + 1)];
  if (kind !== undefined) return kind;
  return schema.type === 'number' || schema.type === 'date' ? schema.type : null;
}
