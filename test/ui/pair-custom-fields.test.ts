/**
 * Guarantee: pairing custom fields changes the pairings and nothing else, only fields that fit can be paired, and the
 * editor says what is wrong with a pairing: as an error what the server would refuse or what could never be synced, as
 * a warning what Jira Align may merely not tell.
 */
import {
  ProjectMapping,
  type AlignCustomFieldOption,
  type CustomFieldMapping,
  MOST_PAIRINGS,
  type CustomFieldOptions,
  type JiraFieldOption,
  type MappingOptions,
} from '../../src/contract';
import { validateMapping } from '../../src/domain/validate-mapping';
import { checkPairings } from '../../static/src/mapping/check-pairings';
import { nextDraft, withoutLeftovers, type DraftStep } from '../../static/src/mapping/draft';
import { freeAlignFields, freeJiraFields } from '../../static/src/mapping/free-fields';
import { NOTHING_MAPPED, OPTIONS } from './mapping-samples';

const REGION: JiraFieldOption = { id: 'customfield_7', name: 'Region', kind: 'select' };
const SPONSOR: JiraFieldOption = { id: 'customfield_8', name: 'Sponsor', kind: 'text' };
const VERSION: JiraFieldOption = { id: 'customfield_9', name: 'Built in', kind: 'version' };
const WITH_FIELDS: MappingOptions = {
  ...OPTIONS,
  jiraFields: [...OPTIONS.jiraFields, SPONSOR, REGION, VERSION],
};
const MARKET: AlignCustomFieldOption = {
  id: 'customfield_70',
  name: 'Market',
  kind: 'choice',
  alignTypes: ['story'],
  options: ['North'],
};
const OWNER: AlignCustomFieldOption = {
  ...MARKET,
  id: 'customfield_71',
  name: 'Owner',
  kind: 'text',
  alignTypes: ['story', 'defect'],
  options: [],
};
const CUSTOM: CustomFieldOptions = { alignFields: [MARKET, OWNER], unlisted: [], jiraOptions: {} };

const FIELD = 'custom:customfield_7:customfield_70';
const story: DraftStep = { step: 'type', issueTypeId: '1', alignType: 'story' };
const bug: DraftStep = { step: 'type', issueTypeId: '2', alignType: 'defect' };
const pairRegion = {
  step: 'addPairing',
  jira: REGION,
  align: MARKET,
  unlisted: [],
} satisfies DraftStep;
const pairSponsor: DraftStep = { step: 'addPairing', jira: SPONSOR, align: OWNER, unlisted: [] };
const draftAfter = (...steps: DraftStep[]) =>
  steps.reduce((draft, step) => nextDraft(draft, step, WITH_FIELDS), NOTHING_MAPPED);

const paired: CustomFieldMapping = {
  name: 'Region',
  jiraField: 'customfield_7',
  alignField: 'customfield_70',
  kind: 'choice',
  direction: 'both',
  policy: 'newest',
  values: [],
  alignTypes: [],
};

describe('the steps', () => {
  test('a new pairing goes both ways, is named as in Jira, and is all that changes', () => {
    const before = draftAfter(story);
    expect(nextDraft(before, pairRegion, WITH_FIELDS)).toEqual({
      ...before,
      customFields: [paired],
    });
    expect(before.customFields).toEqual([]);
  });

  test('a field that some of the mapped types do not have is paired for the others only', () => {
    const [region, sponsor] = draftAfter(story, bug, pairRegion, pairSponsor).customFields;
    expect(region?.alignTypes).toEqual(['story']);
    expect(sponsor?.alignTypes).toEqual([]);
  });

  test('a type whose fields are not known yet is not left out', () => {
    const unlisted = [{ alignType: 'defect', why: 'no-item' } as const];
    const [region] = draftAfter(story, bug, { ...pairRegion, unlisted }).customFields;
    expect(region?.alignTypes).toEqual([]);
  });

  test('fields that do not fit are not paired', () => {
    const step: DraftStep = { step: 'addPairing', jira: SPONSOR, align: MARKET, unlisted: [] };
    expect(draftAfter(story, step).customFields).toEqual([]);
  });

  test('no more are paired than the contract takes', () => {
    const draft = draftAfter(story, ...Array<DraftStep>(MOST_PAIRINGS + 1).fill(pairRegion));
    expect(ProjectMapping.safeParse(draft).success).toBe(true);
    expect(draft.customFields).toHaveLength(MOST_PAIRINGS);
    const more = { ...draft, customFields: [...draft.customFields, paired] };
    expect(ProjectMapping.safeParse(more).success).toBe(false);
  });

  test('a rule changes one pairing, and a removal takes that pairing alone', () => {
    const rule = { direction: 'both', policy: 'ask' } as const;
    const steps: DraftStep[] = [story, pairRegion, pairSponsor];
    const changed = draftAfter(...steps, { step: 'pairing', field: FIELD, rule });
    expect(changed.customFields).toMatchObject([{ name: 'Region', ...rule }, { policy: 'newest' }]);
    const left = draftAfter(...steps, { step: 'removePairing', field: FIELD }).customFields;
    expect(left.map(({ name }) => name)).toEqual(['Sponsor']);
  });

  test('values that are named on one side only are not saved', () => {
    const values = [
      { jira: 'Nord', align: 'North' },
      { jira: 'Süd', align: ' ' },
    ];
    const draft = draftAfter(story, pairRegion, {
      step: 'pairing',
      field: FIELD,
      rule: { values },
    });
    const saved = withoutLeftovers(draft);
    expect(saved.customFields[0]?.values).toEqual([{ jira: 'Nord', align: 'North' }]);
    expect(ProjectMapping.parse(saved)).toEqual(saved);
    expect(() => validateMapping(saved)).not.toThrow();
  });
});

describe('what is offered', () => {
  const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name);

  test('are fields of a kind that can be paired, by name, without those that are in use', () => {
    const draft = draftAfter(story);
    expect(names(freeJiraFields(draft, WITH_FIELDS, null))).toEqual([
      'Region',
      'Sponsor',
      'Start date',
    ]);
    const next = draftAfter(story, pairRegion);
    expect(names(freeJiraFields(next, WITH_FIELDS, null))).toEqual(['Sponsor', 'Start date']);
    expect(names(freeAlignFields(next, CUSTOM, null))).toEqual(['Owner']);
  });

  test('once one side is chosen, are fields of its kind', () => {
    const draft = draftAfter(story);
    expect(names(freeJiraFields(draft, WITH_FIELDS, MARKET))).toEqual(['Region']);
    expect(names(freeAlignFields(draft, CUSTOM, SPONSOR))).toEqual(['Owner']);
  });
});

describe('the checks', () => {
  const told = (
    changes: Partial<CustomFieldMapping>[],
    custom: CustomFieldOptions | null = CUSTOM,
    ...steps: DraftStep[]
  ) => {
    const customFields = changes.map((change) => ({ ...paired, ...change }));
    return checkPairings({ ...draftAfter(story, ...steps), customFields }, WITH_FIELDS, custom).map(
      ({ section, severity, text }) => `${section} ${severity} ${text}`,
    );
  };

  test('of a pairing that fits have nothing to tell', () => {
    expect(told([{}])).toEqual([]);
  });

  test.each<[string, Partial<CustomFieldMapping>[], string]>([
    ['a Jira field that is paired twice', [{}, { alignField: OWNER.id }], 'pairedTwice.jira'],
    [
      'an Align field that is paired twice',
      [{}, { jiraField: SPONSOR.id, kind: 'text' }],
      'pairedTwice.align',
    ],
    ['a Jira field that is gone', [{ jiraField: 'customfield_404' }], 'pairedJiraGone'],
    ['a Jira field that holds something else now', [{ kind: 'number' }], 'pairedKinds'],
    [
      'the Jira field of another field',
      [{ jiraField: 'customfield_10016', kind: 'number' }],
      'pairedAsField',
    ],
    [
      'options that are paired twice',
      [
        {
          values: [
            { jira: 'a', align: 'b' },
            { jira: 'a', align: 'b' },
          ],
        },
      ],
      'pairedValues',
    ],
  ])('refuse %s', (_what, changes, text) => {
    expect(told(changes)).toContain(`customFields error mapping.check.${text}`);
  });

  test('let the Jira field of a field that is off be paired, as the server does', () => {
    const off: DraftStep = { step: 'field', field: 'points', rule: { direction: 'off' } };
    const changes = { jiraField: 'customfield_10016', kind: 'number' } as const;
    expect(told([changes], null, off)).toEqual([]);
  });

  test('warn of an Align field that is not listed, unless its type may merely not be told', () => {
    const gone = [{ alignField: 'customfield_404' }];
    expect(told(gone)).toEqual(['customFields warning mapping.check.pairedAlignGone']);
    expect(told(gone, null)).toEqual([]);
    const unlisted = [{ alignType: 'story', why: 'no-item' } as const];
    expect(told(gone, { ...CUSTOM, unlisted })).toEqual([]);
  });

  test('warn of an Align field that holds something else', () => {
    expect(told([{ alignField: OWNER.id }])).toEqual([
      'customFields warning mapping.check.pairedKinds',
    ]);
  });
});
