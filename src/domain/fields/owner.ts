import { personField } from './person-field';

/** Who works on it: the assignee in Jira, the owner in Align. */
export const owner = personField({
  name: 'owner',
  code: 'OWNER',
  fieldId: 'assignee',
  property: 'ownerUid',
  inJira: (issue) => issue.assignee,
  inAlign: (item) => item.ownerUid,
});
