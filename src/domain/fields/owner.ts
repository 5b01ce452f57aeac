import type { JiraPerson } from '../issue';
import { isSamePerson } from '../people-match';
import { stamp } from '../stamp';
import { converted, type FieldCodec } from './codec';
import { toAlignUser, toJiraAccount } from './person';

/** A person who cannot be matched with certainty is never guessed: the field is left alone, with the reason. */
export const owner: FieldCodec<JiraPerson | null, string | null> = {
  name: 'owner',
  jira: {
    read: (issue) => issue.assignee,
    stamp: (value) => stamp(value?.accountId ?? '', value?.name ?? null),
    fieldId: () => 'assignee',
    payload: (value) => (value === null ? null : { accountId: value.accountId }),
    changeIds: () => ['assignee'],
  },
  align: {
    read: (item) => item.ownerUid,
    stamp: (value) => stamp(value ?? '', value),
    property: 'ownerUid',
  },
  equal: (jira, align, { references }) => {
    if (jira === null || align === null) return jira === null && align === null;
    return isSamePerson(references.people, jira.accountId, align);
  },
  toAlign: (jira, _current, { references: { people } }) =>
    jira === null ? converted(null) : toAlignUser('OWNER', jira, people.uidOf.get(jira.accountId)),
  toJira: (align, _current, { references: { people } }) =>
    align === null ? converted(null) : toJiraAccount('OWNER', align, people.accountOf.get(align)),
};
