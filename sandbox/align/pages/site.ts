import type { AlignWorld } from '../world/world';

/** What every page works with. */
export interface Site {
  world: AlignWorld;
  /** Address of the Jira that "View in Jira" leads to, when one runs beside this site. */
  jiraUrl: () => string | undefined;
  /** Differs from start to start, so that a page open across a restart notices it. */
  run: string;
}

/** Who looks at a page, and how. */
export interface Viewer {
  uid: string;
  theme: 'light' | 'dark' | undefined;
  /** Path with query, to come back to. */
  here: string;
}
