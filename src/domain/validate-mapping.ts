import type { SystemField } from '../contract/common';
import type { ProjectMapping } from '../contract/mapping';
import { ALIGN_TYPES } from './align-type';
import { systemFieldsInUse } from './fields';
import { InvalidMappingError } from './invalid-mapping';
import { mappedAlignTypes } from './mapping';
import { validateCustomFields } from './validate-custom-fields';

/** @throws InvalidMappingError naming the first fault */
export function validateMapping(mapping: ProjectMapping): void {
  if (mapping.types.length === 0) {
    throw new InvalidMappingError(
      'types',
      'No issue type is mapped, so nothing would be synced.',
      'Map at least one issue type to a Jira Align type.',
    );
  }
  if (mapping.whenItemRemoved === 'transition' && mapping.removedStatusId === null) {
    throw new InvalidMappingError(
      'removedStatusId',
      'Issues whose item is removed are to be moved, but no status is chosen.',
      'Choose the status, or leave the issues as they are.',
    );
  }
  const seen = new Set<string>();
  for (const type of mapping.types) {
    if (seen.has(type.issueTypeId)) {
      throw new InvalidMappingError(
        'types',
        `The issue type "${type.issueTypeName}" is mapped twice.`,
        'Keep one of the two.',
      );
    }
    seen.add(type.issueTypeId);
  }
  for (const type of mappedAlignTypes(mapping)) {
    const known = new Set(ALIGN_TYPES[type].states.map((s) => s.value));
    for (const value of Object.values(mapping.states[type]?.toAlign ?? {})) {
      if (!known.has(value)) {
        throw new InvalidMappingError(
          `states.${type}`,
          `${ALIGN_TYPES[type].name} has no state ${value} in Jira Align.`,
          'Choose one of the states offered.',
        );
      }
    }
  }
  if (
    mapping.types.some((t) => t.alignType === 'task') &&
    !mapping.types.some((t) => t.alignType === 'story')
  ) {
    throw new InvalidMappingError(
      'types',
      'A Jira Align task needs a story as its parent, but no issue type is mapped to story.',
      'Map an issue type to story, or leave out the one that is mapped to task.',
    );
  }
  validateCustomFields(mapping);
  validateJiraFields(mapping);
}

/** Two fields that are kept in one Jira field would overwrite each other. */
function validateJiraFields(mapping: ProjectMapping): void {
  const usedBy = new Map<string, SystemField>();
  for (const [field, id] of systemFieldsInUse(mapping)) {
    const other = usedBy.get(id);
    if (other !== undefined) {
      throw new InvalidMappingError(
        `jiraFields.${field}`,
        `The Jira field ${id} stands for two fields: ${other} and ${field}.`,
        'Choose another Jira field for one of them, or switch one of them off.',
      );
    }
    usedBy.set(id, field);
  }
}
