import type { JiraPerson } from '../issue';
import { stamp } from '../stamp';
import { converted, refused, type FieldCodec } from './codec';

const person = (accountId: string): JiraPerson => ({ accountId, name: accountId, email: null });

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
    return references.ownerUid === align || references.assigneeId === jira.accountId;
  },
  toAlign: (jira, _current, { references }) => {
    if (jira === null) return converted(null);
    if (references.ownerUid !== null) return converted(references.ownerUid);
    return refused(
      'OWNER_NOT_IN_ALIGN',
      `${jira.name} has no Jira Align user with the same e-mail address, or hides the address in Jira.`,
      'Add the person to Jira Align with that e-mail address, or let the person show it in the Atlassian profile.',
    );
  },
  toJira: (align, _current, { references }) => {
    if (align === null) return converted(null);
    if (references.assigneeId !== null) return converted(person(references.assigneeId));
    return refused(
      'OWNER_NOT_IN_JIRA',
      `The Jira Align user ${align} has no Jira user with the same e-mail address.`,
      'Give the person access to Jira with that e-mail address. The issue keeps its assignee until then.',
    );
  },
};
