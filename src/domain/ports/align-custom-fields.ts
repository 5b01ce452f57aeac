import type { AlignType } from '../../contract/common';
import type { AlignCustomFieldOption, WhyUnlisted } from '../../contract/custom-fields';

/** A custom field of one type. */
export type AlignCustomFieldInfo = Omit<AlignCustomFieldOption, 'alignTypes'>;

/** The custom fields of a type, or why they are not known. */
export type AlignCustomFieldList =
  { readonly fields: readonly AlignCustomFieldInfo[] } | { readonly why: WhyUnlisted };

/** The custom fields of a site, for an admin who pairs them. */
export interface AlignCustomFieldPort {
  /** Two requests. That nothing is known of a type is an answer, no error. */
  listCustomFields(type: AlignType): Promise<AlignCustomFieldList>;
}
