import type { AlignType, MappingOptions, ProjectMapping } from '../../../src/contract';
import type { TextId } from '../texts/en';
import type { TextValues } from '../texts/use-text';
import { fieldsOfChoice, statusesOf, usedAlignTypes } from './draft';

export type MappingSection = 'types' | 'states' | 'fields' | 'customFields' | 'create' | 'removal';

/** Something to tell about a draft. An error keeps it from being saved; a warning does not. */
export interface Finding {
  section: MappingSection;
  severity: 'error' | 'warning';
  alignType?: AlignType;
  text: TextId;
  values: TextValues;
}

/** What is wrong or surprising in a draft, in the order of the page. The server checks again when it is saved. */
export function checkMapping(draft: ProjectMapping, options: MappingOptions): Finding[] {
  return [
    ...checkTypes(draft, options),
    ...usedAlignTypes(draft).flatMap((type) => checkStates(draft, type, options)),
    ...checkJiraFields(draft, options),
    ...checkForeign(draft),
    ...checkRemoval(draft),
  ];
}

function checkTypes(draft: ProjectMapping, options: MappingOptions): Finding[] {
  const used = usedAlignTypes(draft);
  if (used.length === 0) return [typesFinding('error', 'mapping.check.noTypes')];
  const orphanTasks = used.includes('task') && !used.includes('story');
  return [
    ...(orphanTasks ? [typesFinding('error', 'mapping.check.taskWithoutStory')] : []),
    ...draft.types.flatMap(({ issueTypeId, issueTypeName: name, alignType }) => {
      const known = options.issueTypes.find(({ id }) => id === issueTypeId);
      if (!known) return [typesFinding('warning', 'mapping.check.typeGone', { name })];
      if (known.subtask === (alignType === 'task')) return [];
      const text = known.subtask ? 'mapping.check.subtask' : 'mapping.check.task';
      return [typesFinding('warning', text, { name })];
    }),
  ];
}

function typesFinding(
  severity: Finding['severity'],
  text: TextId,
  values: TextValues = {},
): Finding {
  return { section: 'types', severity, text, values };
}

function checkStates(
  draft: ProjectMapping,
  alignType: AlignType,
  options: MappingOptions,
): Finding[] {
  const { direction } = draft.fields.state;
  const mapping = draft.states[alignType] ?? { toAlign: {}, toJira: {} };
  const finding = (text: TextId, names: string[]): Finding[] =>
    names.length === 0
      ? []
      : [
          {
            section: 'states',
            severity: 'warning',
            alignType,
            text,
            values: { count: names.length, names: names.join(', ') },
          },
        ];
  const statuses = statusesOf(draft, alignType, options).filter(
    ({ id }) => mapping.toAlign[id] === undefined,
  );
  const states = options.alignStates[alignType].filter(
    ({ value }) => mapping.toJira[String(value)] === undefined,
  );
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  return [
    ...(direction === 'both' || direction === 'to-align'
      ? finding('mapping.check.noState', names(statuses))
      : []),
    ...(direction === 'both' || direction === 'to-jira'
      ? finding('mapping.check.noStatus', names(states))
      : []),
  ];
}

/** A field that is on and has no Jira field is left alone; two fields in one Jira field would overwrite each other. */
function checkJiraFields(draft: ProjectMapping, options: MappingOptions): Finding[] {
  const on = fieldsOfChoice(draft, options);
  const finding = (severity: Finding['severity'], text: TextId, values: TextValues): Finding => ({
    section: 'fields',
    severity,
    text,
    values,
  });
  return on.flatMap((field) => {
    const id = draft.jiraFields[field];
    if (id === undefined) return [finding('warning', 'mapping.check.noJiraField', { field })];
    const other = on.find((one) => one !== field && draft.jiraFields[one] === id);
    if (other !== undefined && on.indexOf(other) < on.indexOf(field)) {
      return [finding('error', 'mapping.check.jiraFieldTwice', { field, other })];
    }
    const isThere = options.jiraFields.some((option) => option.id === id);
    return isThere ? [] : [finding('error', 'mapping.check.jiraFieldGone', { field, id })];
  });
}

/** Two connectors that keep the same item overwrite each other. */
function checkForeign({ adoptForeign }: ProjectMapping): Finding[] {
  if (!adoptForeign) return [];
  const text = 'mapping.check.adoptForeign';
  return [{ section: 'create', severity: 'warning', text, values: {} }];
}

function checkRemoval({ whenItemRemoved, removedStatusId }: ProjectMapping): Finding[] {
  if (whenItemRemoved !== 'transition' || removedStatusId !== null) return [];
  const text = 'mapping.check.noRemovedStatus';
  return [{ section: 'removal', severity: 'error', text, values: {} }];
}
