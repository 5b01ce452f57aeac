import * as z from 'zod/mini';

/** Most rows that the people table holds. */
export const MOST_PEOPLE = 1_000;

const AccountId = z.string().check(z.minLength(1), z.maxLength(200));
const Uid = z.string().check(z.minLength(1), z.maxLength(200));

/** One person, by the account in Jira and the user in Jira Align, as an admin has said. */
export const PersonRow = z.object({
  accountId: AccountId,
  accountName: z.string(),
  uid: Uid,
  userName: z.string(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** The people whom an e-mail address does not match. `version` rises with every change. */
export const PeopleList = z.object({
  version: z.int(),
  rows: z.array(PersonRow),
});
export type PeopleList = z.infer<typeof PeopleList>;

/** A row to be added to the version of the table that the admin has seen. */
export const PersonToSave = z.object({ version: z.int(), accountId: AccountId, uid: Uid });
/** A row to be removed, by its account. */
export const PersonToRemove = z.object({ version: z.int(), accountId: AccountId });

/** What is searched for: part of a name in Jira, a whole name in Jira Align, an e-mail address or an id. */
export const PeopleSearch = z.object({ q: z.string().check(z.trim(), z.maxLength(200)) });

/** Jira users that a search has found. */
export const JiraPeople = z.object({
  items: z.array(z.object({ accountId: z.string(), name: z.string() })),
});
export type JiraPeople = z.infer<typeof JiraPeople>;
/** One of them. */
export type JiraPersonOption = JiraPeople['items'][number];

/** Jira Align users that a search has found. */
export const AlignPeople = z.object({
  items: z.array(z.object({ uid: z.string(), name: z.string(), email: z.nullable(z.string()) })),
});
export type AlignPeople = z.infer<typeof AlignPeople>;
/** One of them. */
export type AlignPersonOption = AlignPeople['items'][number];
