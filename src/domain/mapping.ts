import type { AlignItem } from './align-item';
import {
  isCustom,
  type AlignType,
  type CustomField,
  SystemField,
  type FieldName,
} from '../contract/common';
import {
  customField,
  type CustomFieldMapping,
  type FieldRule,
  type ProjectMapping,
  type TypeMapping,
} from '../contract/mapping';

/** The Align type an issue type is mapped to, or null when issues of that type are not synced. */
export function alignTypeOf(mapping: ProjectMapping, issueTypeId: string): AlignType | null {
  return mapping.types.find((type) => type.issueTypeId === issueTypeId)?.alignType ?? null;
}

/** The issue type that a new Align item becomes: the first that is mapped to its type. */
export function issueTypeOf(mapping: ProjectMapping, type: AlignType): TypeMapping | null {
  return mapping.types.find((candidate) => candidate.alignType === type) ?? null;
}

/** The Align types that a project's mapping uses, each once. */
export function mappedAlignTypes(mapping: ProjectMapping): AlignType[] {
  return [...new Set(mapping.types.map((type) => type.alignType))];
}

/** The program that an item counts to: its own, or for a type without one that of the mapping. */
export function programOf(mapping: ProjectMapping, item: Pick<AlignItem, 'programId'>): number {
  return item.programId ?? mapping.programId;
}

/** The pairing that a custom field's name stands for; null when the mapping has it no more. */
export function pairingOf(mapping: ProjectMapping, field: CustomField): CustomFieldMapping | null {
  return mapping.customFields.find((pairing) => customField(pairing) === field) ?? null;
}

const OFF: Readonly<FieldRule> = { direction: 'off', policy: 'newest' };

/**
 * How a field of an Align type is kept in step: a custom field by its pairing, any other by the type's own rule, else
 * by that of all types.
 */
export function ruleOf(mapping: ProjectMapping, type: AlignType, field: FieldName): FieldRule {
  if (isCustom(field)) return pairingOf(mapping, field) ?? OFF;
  return mapping.typeFields[type]?.[field] ?? mapping.fields[field];
}

/** Both ways, the newer edit wins. */
export const DEFAULT_RULE: Readonly<FieldRule> = { direction: 'both', policy: 'newest' };

/** Fields that are kept in step on every site. The others are off until somebody switches them on. */
const ON_AT_FIRST: readonly SystemField[] = [
  'title',
  'description',
  'state',
  'owner',
  'labels',
  'points',
  'parent',
];

/** The rules that a new mapping begins with. */
export function defaultFieldRules(): Record<SystemField, FieldRule> {
  const rules = SystemField.options.map((field) => [
    field,
    ON_AT_FIRST.includes(field) ? DEFAULT_RULE : OFF,
  ]);
  return Object.fromEntries(rules) as Record<SystemField, FieldRule>;
}

/** What is gentlest: a removal on one side takes nothing away on the other, and many at once are asked about. */
export const GENTLEST_REMOVAL = {
  whenItemRemoved: 'unlink',
  removedStatusId: null,
  whenIssueDeleted: 'unlink',
  guardShare: 0.1,
} as const;
