import { byId, ISSUE_TYPES } from '../catalog';
import { badField } from '../errors';
import { reference, type FieldKind } from './kind';

/** The issue above: an epic for stories, tasks and bugs, one of those for sub-tasks. */
export const parentKind: FieldKind = {
  operations: ['set'],
  parse(input, field, { state, project, typeId, issue }) {
    const id = reference(input, 'id');
    const key = reference(input, 'key');
    const type = byId(ISSUE_TYPES, typeId);
    if (input === null || (id === undefined && key === undefined)) {
      if (!type.subtask) return null;
      throw badField(
        field.id,
        'Issue type is a sub-task but parent issue key or id not specified.',
      );
    }
    const parent = state.issues.find((other) =>
      id === undefined ? other.key === key : other.id === id,
    );
    if (!parent) {
      throw badField(field.id, `Could not find issue by id or key: ${id ?? key}`);
    }
    const parentLevel = byId(ISSUE_TYPES, parent.values.issuetype as string).hierarchyLevel;
    const sameProject = parent.projectId === project.id;
    if (
      parent.id === issue?.id ||
      parentLevel !== type.hierarchyLevel + 1 ||
      (type.subtask && !sameProject)
    ) {
      throw badField(field.id, 'Given parent work item does not belong to appropriate hierarchy.');
    }
    return parent.id;
  },
  history: (value, state) => ({
    id: value as string | null,
    text: state.issues.find(({ id }) => id === value)?.key ?? null,
  }),
};
