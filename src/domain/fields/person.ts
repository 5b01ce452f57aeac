import type { JiraPerson } from '../issue';
import type { PersonMatch, Unmatched } from '../people-match';
import { converted, refused, type Conversion } from './codec';

interface Reason {
  /** Follows the field's name in the problem's code. */
  readonly code: string;
  readonly message: (name: string) => string;
  readonly remedy: string;
}

const NOT_IN_ALIGN: Readonly<Reason> = {
  code: 'NOT_IN_ALIGN',
  message: (name) => `No Jira Align user has the e-mail address of ${name}.`,
  remedy:
    'Add the person to Jira Align with that address, or say on the People tab of the admin page which user it is.',
};

const TO_ALIGN: Readonly<Record<Unmatched, Reason>> = {
  'not-found': NOT_IN_ALIGN,
  inactive: NOT_IN_ALIGN,
  'email-hidden': {
    code: 'HIDDEN_EMAIL',
    message: (name) => `${name} hides the e-mail address in Jira.`,
    remedy:
      'Say on the People tab of the admin page which Jira Align user it is, or let the person show the address in the Atlassian profile.',
  },
  several: {
    code: 'AMBIGUOUS',
    message: (name) => `Several Jira Align users have the e-mail address of ${name}.`,
    remedy:
      'Say on the People tab of the admin page which of them it is, or correct the addresses in Jira Align.',
  },
};

const TO_JIRA: Readonly<Record<Unmatched, Reason>> = {
  'not-found': {
    code: 'NOT_IN_JIRA',
    message: (name) =>
      `No Jira user can be found by the e-mail address of ${name}: there is none, or the person hides it in Jira.`,
    remedy:
      'Give the person access to Jira with that address, or say on the People tab of the admin page which Jira user it is.',
  },
  'email-hidden': {
    code: 'HIDDEN_EMAIL',
    message: (name) => `Jira Align shows no e-mail address of ${name}.`,
    remedy:
      'Enter the address in Jira Align, or say on the People tab of the admin page which Jira user it is.',
  },
  several: {
    code: 'AMBIGUOUS',
    message: (name) => `Several Jira users have the e-mail address of ${name}.`,
    remedy: 'Say on the People tab of the admin page which of them it is.',
  },
  inactive: {
    code: 'INACTIVE',
    message: (name) => `The Jira account of ${name} is not active.`,
    remedy: 'Activate the account, or choose somebody else in Jira Align.',
  },
};

/**
 * The Align uid of a Jira user, or why nobody is certain.
 * @param field begins the problem's code, e.g. `OWNER`
 */
export function toAlignUser(
  field: string,
  person: JiraPerson,
  match: PersonMatch | undefined,
): Conversion<string> {
  if (match !== undefined && 'id' in match) return converted(match.id);
  return unmatched(field, TO_ALIGN[match?.unmatched ?? 'not-found'], match?.name ?? person.name);
}

/** The Jira account of an Align user, or why nobody is certain, see `toAlignUser`. */
export function toJiraAccount(
  field: string,
  uid: string,
  match: PersonMatch | undefined,
): Conversion<JiraPerson> {
  if (match !== undefined && 'id' in match) {
    return converted({ accountId: match.id, name: match.id, email: null });
  }
  return unmatched(field, TO_JIRA[match?.unmatched ?? 'not-found'], match?.name ?? uid);
}

function unmatched(field: string, { code, message, remedy }: Reason, name: string) {
  return refused(`${field}_${code}`, message(name), remedy);
}
