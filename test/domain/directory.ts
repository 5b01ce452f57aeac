import fc from 'fast-check';
import type { AlignItem } from '../../src/domain/align-item';
import type { References } from '../../src/domain/fields/codec';
import type { JiraIssue } from '../../src/domain/issue';
import { ALIGN_CHOICES, ISSUE_IDS, ITEM_IDS, JIRA_CHOICES, PEOPLE, UIDS } from './arbitrary-sides';

/** Who and what is known on the other side. Absent: nobody, nothing. */
export interface Directory {
  uidOf: Readonly<Record<string, string>>;
  accountOf: Readonly<Record<string, string>>;
  itemOf: Readonly<Record<string, number>>;
  issueOf: Readonly<Record<string, string>>;
}

const ACCOUNTS = PEOPLE.map(({ accountId }) => accountId);

/** Any directory: people and parents unknown on one side or both, two accounts of one person, contradictions. */
export const anyDirectory: fc.Arbitrary<Directory> = fc.record({
  uidOf: fc.dictionary(fc.constantFrom(...ACCOUNTS), fc.constantFrom(...UIDS)),
  accountOf: fc.dictionary(fc.constantFrom(...UIDS), fc.constantFrom(...ACCOUNTS)),
  itemOf: fc.dictionary(fc.constantFrom(...ISSUE_IDS), fc.constantFrom(...ITEM_IDS)),
  issueOf: fc.dictionary(fc.constantFrom(...ITEM_IDS.map(String)), fc.constantFrom(...ISSUE_IDS)),
});

/** Everybody and everything has one certain twin. */
export const COMPLETE_DIRECTORY: Directory = {
  uidOf: Object.fromEntries(ACCOUNTS.map((account, i) => [account, UIDS[i] ?? ''])),
  accountOf: Object.fromEntries(UIDS.map((uid, i) => [uid, ACCOUNTS[i] ?? ''])),
  itemOf: Object.fromEntries(ISSUE_IDS.map((id, i) => [id, ITEM_IDS[i] ?? 0])),
  issueOf: Object.fromEntries(ITEM_IDS.map((id, i) => [String(id), ISSUE_IDS[i] ?? ''])),
};

const matches = (ids: Readonly<Record<string, string>>) =>
  new Map(Object.entries(ids).map(([person, id]) => [person, { id }]));

const CHOICES = Object.fromEntries(
  (Object.keys(JIRA_CHOICES) as (keyof typeof JIRA_CHOICES)[]).map((field) => [
    field,
    { jira: JIRA_CHOICES[field], align: ALIGN_CHOICES[field] },
  ]),
);

/** The references of two items as the directory has them. */
export function referencesOf(directory: Directory, issue: JiraIssue, item: AlignItem): References {
  const at = <T>(record: Readonly<Record<string, T>>, key: string | number | null | undefined) =>
    key == null ? null : (record[key] ?? null);
  return {
    people: { uidOf: matches(directory.uidOf), accountOf: matches(directory.accountOf) },
    choices: CHOICES,
    alignParentId: at(directory.itemOf, issue.parentId),
    issueParentId: at(directory.issueOf, item.parentId),
  };
}
