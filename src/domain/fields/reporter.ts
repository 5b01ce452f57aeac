import { personField } from './person-field';
import { jiraPersonIn } from './person-rules';

/** Who asked for the work: the reporter in Jira, the requester in Align. */
export const reporter = personField({
  name: 'reporter',
  code: 'REPORTER',
  fieldId: 'reporter',
  property: 'requesterUid',
  inJira: (issue) => jiraPersonIn(issue.fields.reporter),
  inAlign: (item) => item.more.requesterUid ?? null,
});
