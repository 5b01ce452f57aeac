import { byId, ISSUE_TYPES, typesOf } from '../catalog';
import { badField } from '../errors';
import { reference, type FieldKind } from './kind';

/** The type of an issue. Once created it can only change within its level of the hierarchy. */
export const issueTypeKind: FieldKind = {
  operations: ['set'],
  parse(input, field, { issue, project }) {
    const id = reference(input, 'id');
    const name = reference(input, 'name');
    const found = typesOf(project).find((type) =>
      id === undefined ? type.name === name : type.id === id,
    );
    if (!found) {
      throw badField(
        field.id,
        id === undefined && name === undefined
          ? 'issue type is required'
          : 'Specify a valid issue type',
      );
    }
    const now = issue && byId(ISSUE_TYPES, issue.values.issuetype as string);
    if (now && now.hierarchyLevel !== found.hierarchyLevel) {
      throw badField(field.id, 'The issue type selected is invalid.');
    }
    return found.id;
  },
  history: (value) => ({ id: value as string, text: byId(ISSUE_TYPES, value as string).name }),
};
