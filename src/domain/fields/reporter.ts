import type { JiraPerson } from '../issue';
import { personField } from './person-field';

/** Who asked for the work: the reporter in Jira, the requester in Align. */
export const reporter = personField({
  name: 'reporter',
  code: 'REPORTER',
  fieldId: 'reporter',
  property: 'requesterUid',
  inJira: (issue) => personIn(issue.fields.reporter),
  inAlign: (item) => item.more.requesterUid ?? null,
});

/** A user as REST answers one. The address is absent or empty when the person hides it. */
function personIn(raw: unknown): JiraPerson | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { accountId, displayName, emailAddress } = raw as Record<string, unknown>;
  if (typeof accountId !== 'string') return null;
  const name = typeof displayName === 'string' && displayName !== '' ? displayName : accountId;
  const email = typeof emailAddress === 'string' && emailAddress !== '' ? emailAddress : null;
  return { accountId, name, email };
}
