import type { JiraPerson } from '../../src/domain/issue';
import type { AlignUser } from '../../src/contract/connection';
import type { FoundPerson } from '../../src/domain/ports/jira';

interface Human {
  name: string;
  accountId: string | null;
  uid: string | null;
  email: string;
  /** Whether Jira shows the address to the app. */
  shown: boolean;
}

/** Two people who are known on both sides, one who hides the address in Jira, one who is in Align only. */
export const PEOPLE: readonly Human[] = [
  { name: 'Ana', accountId: 'jira-ana', uid: '1201', email: 'ana@example.com', shown: true },
  { name: 'Bo', accountId: 'jira-bo', uid: 'Bo.Chen', email: 'bo@example.com', shown: true },
  { name: 'Mia', accountId: 'jira-mia', uid: '1203', email: 'mia@example.com', shown: false },
  { name: 'Kai', accountId: null, uid: '1204', email: 'kai@example.com', shown: false },
];

/** The accounts that the app writes as. */
export const APP = {
  jira: { side: 'jira', id: 'jira-app', name: 'Align Connector' },
  align: { uid: '2001', name: 'Sync Account', email: 'sync@example.com', role: 'Sync' },
} as const;

export function jiraPerson(accountId: string): JiraPerson | null {
  const human = PEOPLE.find((person) => person.accountId === accountId);
  if (human === undefined) return null;
  return { accountId, name: human.name, email: human.shown ? human.email : null };
}

/** A Jira user as a search answers it. */
export function foundPeople(accountId: string): FoundPerson[] {
  const person = jiraPerson(accountId);
  return person === null ? [] : [{ ...person, active: true }];
}

export function alignUsers(by: { uid: string } | { email: string }): AlignUser[] {
  if ('uid' in by ? by.uid === APP.align.uid : by.email === APP.align.email) return [APP.align];
  const human = PEOPLE.find((person) =>
    'uid' in by ? person.uid === by.uid : person.email === by.email,
  );
  if (human?.uid == null) return [];
  return [{ uid: human.uid, name: human.name, email: human.email, role: null }];
}

/** What is certain about a person on the other side, as an oracle that asks nobody. */
export function uidOfAccount(accountId: string | null): string | null {
  const human = PEOPLE.find((person) => accountId !== null && person.accountId === accountId);
  return human?.shown === true ? human.uid : null;
}

export function accountOfUid(uid: string | null): string | null {
  const human = PEOPLE.find((person) => uid !== null && person.uid === uid);
  return human?.shown === true ? human.accountId : null;
}
