/** How a field's value is read, compared and shown. */
export type FieldKindName =
  | 'summary'
  | 'document'
  | 'text'
  | 'url'
  | 'number'
  | 'date'
  | 'labels'
  | 'priority'
  | 'user'
  | 'parent'
  | 'issuetype'
  | 'option'
  | 'options'
  | 'versions'
  | 'sprint'
  | 'team';

/** `JsonTypeBean` of REST v3. */
export interface FieldSchema {
  type: string;
  items?: string;
  system?: string;
  custom?: string;
  customId?: number;
}

/** A choice of a select list or of checkboxes. */
export interface FieldOption {
  id: string;
  value: string;
}

/** A field that a screen can show. */
export interface FieldDefinition {
  id: string;
  name: string;
  kind: FieldKindName;
  schema: FieldSchema;
  clauseNames: string[];
  /** Choices of an `option` or `options` field. */
  options?: FieldOption[];
}
