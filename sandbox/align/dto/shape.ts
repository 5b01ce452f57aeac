/**
 * What a property holds. `uid` is a string that names a person, never a number. `unverified` marks
 * the properties of which no type is known publicly: any scalar is accepted.
 */
export type PropertyKind =
  | 'integer'
  | 'number'
  | 'boolean'
  | 'text'
  | 'html'
  | 'date'
  | 'uid'
  | 'integers'
  | 'list'
  | 'links'
  | 'customFields'
  | 'epicPoints'
  | 'unverified';

/**
 * The properties of one resource of the Jira Align REST API 2.0. The vendor publishes its document
 * only inside each site; the names here come from public clients of it, so none is invented.
 */
export interface DtoShape {
  /** Schema name, for example `FeatureDto`. */
  name: string;
  /** Every property that an answer always has, null when empty, in the order it is answered. */
  properties: Record<string, PropertyKind>;
  /** Properties that only `expand=true` adds. */
  expanded: readonly string[];
}
