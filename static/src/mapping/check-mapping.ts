import type { AlignType, MappingOptions, ProjectMapping } from '../../../src/contract';
import type { TextId } from '../texts/en';
import type { TextValues } from '../texts/use-text';
import { statusesOf, usedAlignTypes } from './draft';

export type MappingSection = 'types' | 'states' | 'fields' | 'removal';

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
    ...checkPoints(draft, options),
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

function checkPoints(draft: ProjectMapping, options: MappingOptions): Finding[] {
  if (draft.fields.points.direction === 'off') return [];
  const id = draft.jiraFields.points ?? null;
  if (id === null) {
    return [{ section: 'fields', severity: 'warning', text: 'mapping.check.noPoints', values: {} }];
  }
  if (options.numberFields.some((field) => field.id === id)) return [];
  return [
    { section: 'fields', severity: 'error', text: 'mapping.check.pointsGone', values: { id } },
  ];
}

function checkRemoval({ whenItemRemoved, removedStatusId }: ProjectMapping): Finding[] {
  if (whenItemRemoved !== 'transition' || removedStatusId !== null) return [];
  const text = 'mapping.check.noRemovedStatus';
  return [{ section: 'removal', severity: 'error', text, values: {} }];
}
