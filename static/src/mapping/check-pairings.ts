import {
  kindInJira,
  pairingKind,
  type CustomFieldMapping,
  type CustomFieldOptions,
  type MappingOptions,
  type ProjectMapping,
} from '../../../src/contract';
import type { TextId } from '../texts/en';
import type { TextValues } from '../texts/use-text';
import type { Finding } from './check-mapping';
import { fieldsOfChoice, usedAlignTypes, wholePairs } from './draft';

/**
 * What is wrong with the pairings of custom fields.
 * @param custom null as long as it is not known: then nothing is said of Jira Align's fields
 */
export function checkPairings(
  draft: ProjectMapping,
  options: MappingOptions,
  custom: CustomFieldOptions | null,
): Finding[] {
  return draft.customFields.flatMap((pairing, at) => {
    const others = draft.customFields.slice(0, at);
    return [
      ...checkTwice(pairing, others),
      ...checkInJira(pairing, draft, options),
      ...checkInAlign(pairing, draft, options, custom),
      ...checkValues(pairing),
    ];
  });
}

function finding(severity: Finding['severity'], text: TextId, values: TextValues): Finding {
  return { section: 'customFields', severity, text, values };
}

function checkTwice(
  { name, jiraField, alignField }: CustomFieldMapping,
  others: readonly CustomFieldMapping[],
): Finding[] {
  const same = others.find(
    (other) => other.jiraField === jiraField || other.alignField === alignField,
  );
  if (same === undefined) return [];
  const side = same.jiraField === jiraField ? 'jira' : 'align';
  return [finding('error', `mapping.check.pairedTwice.${side}`, { name, first: same.name })];
}

function checkInJira(
  { name, jiraField, kind }: CustomFieldMapping,
  draft: ProjectMapping,
  options: MappingOptions,
): Finding[] {
  const field = fieldsOfChoice(draft, options).find((one) => draft.jiraFields[one] === jiraField);
  if (field !== undefined)
    return [finding('error', 'mapping.check.pairedAsField', { name, field })];
  const known = options.jiraFields.find(({ id }) => id === jiraField);
  if (known === undefined) return [finding('error', 'mapping.check.pairedJiraGone', { name })];
  if (kindInJira(known.kind) === kind) return [];
  return [finding('error', 'mapping.check.pairedKinds', { name })];
}

/** Jira Align may not tell all of its fields, so what it does not tell keeps nothing from being saved. */
function checkInAlign(
  { name, jiraField, alignField }: CustomFieldMapping,
  draft: ProjectMapping,
  { jiraFields }: MappingOptions,
  custom: CustomFieldOptions | null,
): Finding[] {
  if (custom === null) return [];
  const known = custom.alignFields.find(({ id }) => id === alignField);
  if (known === undefined) {
    const types = usedAlignTypes(draft);
    const isUnsure = custom.unlisted.some(({ alignType }) => types.includes(alignType));
    return isUnsure ? [] : [finding('warning', 'mapping.check.pairedAlignGone', { name })];
  }
  const jira = jiraFields.find(({ id }) => id === jiraField);
  if (jira === undefined || pairingKind(jira.kind, known.kind) !== null) return [];
  return [finding('warning', 'mapping.check.pairedKinds', { name })];
}

function checkValues({ name, values }: CustomFieldMapping): Finding[] {
  const whole = wholePairs(values);
  const paired = new Set(whole.map(({ jira, align }) => JSON.stringify([jira, align])));
  if (paired.size === whole.length) return [];
  return [finding('error', 'mapping.check.pairedValues', { name })];
}
