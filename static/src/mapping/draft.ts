import {
  AlignType,
  JIRA_FIELD_KINDS,
  SystemField,
  type FieldRule,
  type MappingOptions,
  type ProjectMapping,
  type StateMapping,
  type StatusOption,
  type ValuePairs,
} from '../../../src/contract';
import { nextPairings, type PairingStep } from './draft-pairings';

/** One step of the person who edits a mapping. */
export type DraftStep =
  | PairingStep
  | { step: 'program'; id: number; title: string }
  | { step: 'type'; issueTypeId: string; alignType: AlignType | null }
  | { step: 'toAlign'; alignType: AlignType; statusId: string; state: number | null }
  | { step: 'toJira'; alignType: AlignType; state: number; statusId: string | null }
  | { step: 'field'; field: SystemField; rule: Partial<FieldRule> }
  | { step: 'jiraField'; field: SystemField; fieldId: string | null }
  | { step: 'values'; field: SystemField; pairs: ValuePairs }
  | { step: 'typeField'; alignType: AlignType; field: SystemField; rule: FieldRule | null }
  | { step: 'resolvedIsSticky'; on: boolean }
  | { step: 'resolution'; name: string }
  | { step: 'removal'; policy: Partial<RemovalPolicy> }
  | { step: 'createInJira'; on: boolean }
  | { step: 'adoptForeign'; on: boolean }
  | { step: 'imported'; draft: ProjectMapping }
  | { step: 'enabled'; on: boolean };

type RemovalPolicy = Pick<
  ProjectMapping,
  'whenItemRemoved' | 'removedStatusId' | 'whenIssueDeleted' | 'guardShare'
>;

/** The draft after a step. The draft before it is left as it is. */
export function nextDraft(
  draft: ProjectMapping,
  step: DraftStep,
  options: MappingOptions,
): ProjectMapping {
  switch (step.step) {
    case 'program':
      return { ...draft, programId: step.id, programName: step.title };
    case 'type':
      return withType(draft, step.issueTypeId, step.alignType, options);
    case 'toAlign':
      return withStates(draft, step.alignType, (states) => ({
        ...states,
        toAlign: put(states.toAlign, step.statusId, step.state),
      }));
    case 'toJira':
      return withStates(draft, step.alignType, (states) => ({
        ...states,
        toJira: put(states.toJira, String(step.state), step.statusId),
      }));
    case 'field':
      return {
        ...draft,
        fields: { ...draft.fields, [step.field]: { ...draft.fields[step.field], ...step.rule } },
      };
    case 'jiraField':
      return { ...draft, jiraFields: put(draft.jiraFields, step.field, step.fieldId) };
    case 'values':
      return { ...draft, values: { ...draft.values, [step.field]: step.pairs } };
    case 'typeField': {
      const rules = put(draft.typeFields[step.alignType] ?? {}, step.field, step.rule);
      return { ...draft, typeFields: { ...draft.typeFields, [step.alignType]: rules } };
    }
    case 'addPairing':
    case 'pairing':
    case 'removePairing': {
      const customFields = nextPairings(draft.customFields, step, usedAlignTypes(draft));
      return { ...draft, customFields };
    }
    case 'resolvedIsSticky':
      return { ...draft, resolvedIsSticky: step.on };
    case 'resolution':
      return { ...draft, resolution: step.name.trim() === '' ? null : step.name };
    case 'removal':
      return { ...draft, ...step.policy };
    case 'createInJira':
      return { ...draft, createInJira: step.on };
    case 'adoptForeign':
      return { ...draft, adoptForeign: step.on };
    case 'imported':
      return step.draft;
    case 'enabled':
      return { ...draft, enabled: step.on };
  }
}

/** The Align types the draft uses, in the order of Align's hierarchy. */
export function usedAlignTypes(draft: ProjectMapping): AlignType[] {
  return AlignType.options.filter((type) =>
    draft.types.some(({ alignType }) => alignType === type),
  );
}

/** The fields that the Align types in use have. */
export function usedFields(draft: ProjectMapping, options: MappingOptions): SystemField[] {
  const used = usedAlignTypes(draft).flatMap((type) => options.alignFields[type]);
  return SystemField.options.filter((field) => used.includes(field));
}

/** The fields that are on and have a Jira field of the mapping's choice behind them. */
export function fieldsOfChoice(draft: ProjectMapping, options: MappingOptions): SystemField[] {
  return usedFields(draft, options).filter(
    (field) => JIRA_FIELD_KINDS[field] !== undefined && isOn(draft, field),
  );
}

/** Whether a field goes anywhere, for some type at least. */
export function isOn(draft: ProjectMapping, field: SystemField): boolean {
  const rules = usedAlignTypes(draft).map(
    (type) => draft.typeFields[type]?.[field] ?? draft.fields[field],
  );
  return rules.some(({ direction }) => direction !== 'off');
}

/** The statuses that issues of an Align type can have: those of each issue type mapped to it, each once. */
export function statusesOf(
  draft: ProjectMapping,
  alignType: AlignType,
  options: MappingOptions,
): StatusOption[] {
  const ids = new Set(
    draft.types.filter((type) => type.alignType === alignType).map((type) => type.issueTypeId),
  );
  const statuses = options.issueTypes
    .filter(({ id }) => ids.has(id))
    .flatMap((type) => type.statuses);
  return [...new Map(statuses.map((status) => [status.id, status])).values()];
}

/** The draft without what types that it no longer uses have left, and without half pairs of values. */
export function withoutLeftovers(draft: ProjectMapping): ProjectMapping {
  const used = usedAlignTypes(draft);
  const states = Object.entries(draft.states).filter(([type]) => used.includes(type as AlignType));
  const typeFields = Object.entries(draft.typeFields).filter(
    ([type, rules]) => used.includes(type as AlignType) && Object.keys(rules).length > 0,
  );
  const values = Object.entries(draft.values).map(([field, pairs]) => [field, wholePairs(pairs)]);
  return {
    ...draft,
    states: Object.fromEntries(states) as ProjectMapping['states'],
    typeFields: Object.fromEntries(typeFields) as ProjectMapping['typeFields'],
    values: Object.fromEntries(values) as ProjectMapping['values'],
    customFields: draft.customFields.map((pairing) => ({
      ...pairing,
      values: wholePairs(pairing.values),
    })),
  };
}

/** Without those that have a name on one side only. */
export function wholePairs(pairs: ValuePairs): ValuePairs {
  return pairs.filter(({ jira, align }) => jira.trim() !== '' && align.trim() !== '');
}

function withType(
  draft: ProjectMapping,
  issueTypeId: string,
  alignType: AlignType | null,
  options: MappingOptions,
): ProjectMapping {
  const issueType = options.issueTypes.find(({ id }) => id === issueTypeId);
  const others = draft.types.filter((type) => type.issueTypeId !== issueTypeId);
  if (alignType === null || !issueType) return { ...draft, types: others };
  const type = { issueTypeId, issueTypeName: issueType.name, alignType };
  const index = draft.types.findIndex((one) => one.issueTypeId === issueTypeId);
  const types = index < 0 ? [...others, type] : draft.types.with(index, type);
  const suggested = issueType.suggestedStates[alignType];
  return withStates({ ...draft, types }, alignType, (states) => ({
    toAlign: { ...suggested.toAlign, ...states.toAlign },
    toJira: { ...suggested.toJira, ...states.toJira },
  }));
}

function withStates(
  draft: ProjectMapping,
  alignType: AlignType,
  change: (states: StateMapping) => StateMapping,
): ProjectMapping {
  const states = draft.states[alignType] ?? { toAlign: {}, toJira: {} };
  return { ...draft, states: { ...draft.states, [alignType]: change(states) } };
}

function put<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | null,
): Record<string, Value> {
  if (value !== null) return { ...record, [key]: value };
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
