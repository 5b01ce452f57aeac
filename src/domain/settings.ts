import type { Actor } from '../contract/common';
import type { AlignUser } from '../contract/connection';
import type { OwnAccounts } from './plan';

/** How the app is connected. The token is not part of it: it is kept as a secret. */
export interface Connection {
  readonly v: 1;
  /** Host, e.g. `acme.jiraalign.com`. */
  readonly site: string;
  readonly authKind: 'personal' | 'atlassian';
  readonly email: string | null;
  readonly alignActsAs: AlignUser;
  readonly jiraActsAs: Actor;
  /** Address of the Jira site, without a slash at its end. */
  readonly jiraSiteUrl: string;
  /**
   * `token-refused`: Align answered 401; hints are kept until the token is replaced.
   * `disconnected`: the token is gone, but the pairs still belong to this site.
   */
  readonly status: 'connected' | 'token-refused' | 'disconnected';
  readonly viewInJira: 'unknown' | 'supported' | 'not-supported';
  readonly testedAt: string;
}

/** The mapped projects, small enough to be read at every event. */
export interface MappingIndex {
  readonly v: 1;
  readonly projects: readonly {
    readonly projectId: string;
    readonly programId: number;
    readonly enabled: boolean;
    readonly createInJira: boolean;
    /** When the mapping was first switched on: what changed before is the backfill's work. */
    readonly since: string;
  }[];
}

/** The accounts that the app writes as. */
export function ownAccounts({ alignActsAs, jiraActsAs }: Connection): OwnAccounts {
  return { alignUid: alignActsAs.uid, jiraAccountId: jiraActsAs.id };
}
