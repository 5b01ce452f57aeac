import type { AlignItem } from './align-item';
import type { AlignType, FieldName } from '../contract/common';
import type { FieldRule, ProjectMapping, TypeMapping } from '../contract/mapping';

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

/** How a field of an Align type is kept in step: by the type's own rule, else by that of all types. */
export function ruleOf(mapping: ProjectMapping, type: AlignType, field: FieldName): FieldRule {
  return mapping.typeFields[type]?.[field] ?? mapping.fields[field];
}

/** Both ways, the newer edit wins. */
export const DEFAULT_RULE: Readonly<FieldRule> = { direction: 'both', policy: 'newest' };

/** Every field with the default rule. */
export function defaultFieldRules(): Record<FieldName, FieldRule> {
  return {
    title: DEFAULT_RULE,
    description: DEFAULT_RULE,
    state: DEFAULT_RULE,
    owner: DEFAULT_RULE,
    labels: DEFAULT_RULE,
    points: DEFAULT_RULE,
    parent: DEFAULT_RULE,
  };
}

/** What is gentlest: a removal on one side takes nothing away on the other, and many at once are asked about. */
export const GENTLEST_REMOVAL = {
  whenItemRemoved: 'unlink',
  removedStatusId: null,
  whenIssueDeleted: 'unlink',
  guardShare: 0.1,
} as const;
