import type { ProjectMapping } from '../contract/mapping';
import { systemFieldsInUse } from './fields';
import { InvalidMappingError } from './invalid-mapping';

/** Fields of every issue that no mapping may write. */
const OF_JIRA: readonly string[] = ['project', 'issuetype', 'creator', 'created', 'updated'];

/**
 * Each field of either side stands in one pairing at most, or two of them would write into one another.
 * @throws InvalidMappingError naming the first fault
 */
export function validateCustomFields(mapping: ProjectMapping): void {
  const { customFields } = mapping;
  const elsewhere = new Set([...OF_JIRA, ...systemFieldsInUse(mapping).values()]);
  const seen = new Set<string>();
  for (const [index, { name, jiraField, alignField, values }] of customFields.entries()) {
    if (elsewhere.has(jiraField)) {
      throw new InvalidMappingError(
        `customFields.${index}.jiraField`,
        `The Jira field of "${name}" is already kept in step as one of the other fields.`,
        'Choose another Jira field, or remove the pairing.',
      );
    }
    for (const [side, field] of [
      ['jira', jiraField],
      ['align', alignField],
    ] as const) {
      if (seen.has(`${side} ${field}`)) {
        throw new InvalidMappingError(
          `customFields.${index}.${side}Field`,
          `The ${side === 'jira' ? 'Jira' : 'Jira Align'} field of "${name}" is in another pairing as well.`,
          'Keep one of the two.',
        );
      }
      seen.add(`${side} ${field}`);
    }
    const paired = new Set(values.map(({ jira, align }) => JSON.stringify([jira, align])));
    if (paired.size !== values.length) {
      throw new InvalidMappingError(
        `customFields.${index}.values`,
        `Two options of "${name}" are paired twice.`,
        'Keep one of the two.',
      );
    }
  }
}
