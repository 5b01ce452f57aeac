import {
  customField,
  MOST_PAIRINGS,
  pairingKind,
  type AlignCustomFieldOption,
  type AlignType,
  type CustomField,
  type CustomFieldMapping,
  type CustomFieldOptions,
  type JiraFieldOption,
} from '../../../src/contract';

/** One step of the person who pairs custom fields. */
export type PairingStep =
  | ({
      step: 'addPairing';
      jira: JiraFieldOption;
      align: AlignCustomFieldOption;
    } & Pick<CustomFieldOptions, 'unlisted'>)
  | { step: 'pairing'; field: CustomField; rule: Partial<PairingRule> }
  | { step: 'removePairing'; field: CustomField };

export type PairingRule = Pick<CustomFieldMapping, 'direction' | 'policy' | 'values'>;

type Pairings = readonly CustomFieldMapping[];

/** The pairings after a step; two fields that do not fit are not paired. */
export function nextPairings(
  pairings: Pairings,
  step: PairingStep,
  usedTypes: readonly AlignType[],
): CustomFieldMapping[] {
  switch (step.step) {
    case 'addPairing': {
      const { jira, align, unlisted } = step;
      const kind = pairingKind(jira.kind, align.kind);
      if (kind === null || pairings.length >= MOST_PAIRINGS) return [...pairings];
      // A type whose fields are not known may have it: what it refuses is reported.
      const types = usedTypes.filter(
        (type) =>
          align.alignTypes.includes(type) || unlisted.some(({ alignType }) => alignType === type),
      );
      return [
        ...pairings,
        {
          name: jira.name,
          jiraField: jira.id,
          alignField: align.id,
          kind,
          direction: 'both',
          policy: 'newest',
          values: [],
          alignTypes: types.length === usedTypes.length ? [] : types,
        },
      ];
    }
    case 'pairing':
      return pairings.map((one) =>
        customField(one) === step.field ? { ...one, ...step.rule } : one,
      );
    case 'removePairing':
      return pairings.filter((one) => customField(one) !== step.field);
  }
}
