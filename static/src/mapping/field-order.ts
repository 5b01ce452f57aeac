import type { FieldName } from '../../../src/contract';

/** The fields in the order in which people read a work item. */
export const FIELD_ORDER: readonly FieldName[] = [
  'title',
  'description',
  'state',
  'owner',
  'labels',
  'points',
  'parent',
];
