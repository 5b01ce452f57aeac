import * as z from 'zod/mini';
import { Actor, Problem } from './common';
import { PausedProject, PauseView } from './pause';

/**
 * How the app authenticates at Jira Align.
 * `personal`: the API 2.0 token of an Align profile page, `user:<uid>|<secret>`, sent as a bearer token.
 * `atlassian`: an Atlassian API token with the e-mail address of its account, sent as basic authentication.
 */
export const AlignAuth = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('personal'),
    token: z.string().check(z.trim(), z.minLength(8), z.maxLength(4000)),
  }),
  z.object({
    kind: z.literal('atlassian'),
    email: z.string().check(z.trim(), z.minLength(3), z.maxLength(320)),
    token: z.string().check(z.trim(), z.minLength(8), z.maxLength(4000)),
  }),
]);
export type AlignAuth = z.infer<typeof AlignAuth>;

/** What an admin enters to connect a Jira Align site. */
export const ConnectionInput = z.object({
  /** Host name or https address of the Align site, e.g. `acme.jiraalign.com`. */
  site: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  auth: AlignAuth,
});
export type ConnectionInput = z.infer<typeof ConnectionInput>;

/** The Align user whose token is used: the name Align records for every write of the app. */
export const AlignUser = z.object({
  uid: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  role: z.nullable(z.string()),
});
export type AlignUser = z.infer<typeof AlignUser>;

/** Outcome of a test that found the site and accepted the token. `warnings` are for a person to read. */
export const ConnectionTest = z.object({
  site: z.string(),
  actingAs: AlignUser,
  programs: z.number(),
  warnings: z.array(z.string()),
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;

/** The connection as the admin page shows it. Never holds the token. */
export const ConnectionView = z.object({
  status: z.enum(['not-connected', 'connected', 'token-refused']),
  site: z.nullable(z.string()),
  authKind: z.nullable(z.enum(['personal', 'atlassian'])),
  email: z.nullable(z.string()),
  /** As whom Align records changes. */
  alignActsAs: z.nullable(AlignUser),
  /** As whom Jira records changes. */
  jiraActsAs: Actor,
  /** Whether Align's API takes the "View in Jira" link: only known after the first write. */
  viewInJira: z.enum(['unknown', 'supported', 'not-supported']),
  testedAt: z.nullable(z.string()),
  lastPollAt: z.nullable(z.string()),
  parked: z.number(),
  /** Null unless everything is paused. */
  paused: z.nullable(PauseView),
  pausedProjects: z.array(PausedProject),
  problem: z.nullable(Problem),
});
export type ConnectionView = z.infer<typeof ConnectionView>;
