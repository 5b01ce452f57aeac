import { ALIGN_TYPES } from '../align-type';
import { stamp } from '../stamp';
import { converted, refused, type FieldCodec } from './codec';

/** A parent goes across only as the twin of a parent. */
export const parent: FieldCodec<string | null, number | null> = {
  name: 'parent',
  jira: {
    read: (issue) => issue.parentId,
    stamp: (value) => stamp(value ?? '', value === null ? null : `Issue ${value}`),
    fieldId: () => 'parent',
    payload: (value) => (value === null ? null : { id: value }),
    changeIds: () => ['parent', 'IssueParentAssociation', 'Parent', 'Epic Link'],
  },
  align: {
    // Align sends 0 as well as null for no parent.
    read: (item) => (item.parentId === 0 ? null : item.parentId),
    stamp: (value, type) => {
      const { parent } = ALIGN_TYPES[type];
      const name = parent === null ? 'Item' : ALIGN_TYPES[parent].name;
      return stamp(value === null ? '' : String(value), value === null ? null : `${name} ${value}`);
    },
    property: 'parentId',
  },
  equal: (jira, align, { references }) => {
    if (jira === null || align === null) return jira === null && align === null;
    return references.alignParentId === align || references.issueParentId === jira;
  },
  toAlign: (jira, _current, { references }) => {
    if (jira === null) return converted(null);
    if (references.alignParentId !== null) return converted(references.alignParentId);
    return refused(
      'PARENT_NOT_IN_ALIGN',
      'The parent issue has no Jira Align item of the type that this item can have as its parent.',
      "Map the parent's issue type, or wait until the parent is in Jira Align.",
    );
  },
  toJira: (align, _current, { references }) => {
    if (align === null) return converted(null);
    if (references.issueParentId !== null) return converted(references.issueParentId);
    return refused(
      'PARENT_NOT_IN_JIRA',
      `The Jira Align parent #${align} has no Jira issue.`,
      'Create or link the parent in Jira. The issue keeps its parent until then.',
    );
  },
};
