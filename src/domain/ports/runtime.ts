import type { Hint } from '../hint';

/** Time, from outside so that a simulation can run it. Milliseconds since the epoch. */
export type Clock = () => number;

/** Random identifiers. */
export type NewId = () => string;

/** Where hints wait for their reconcile. */
export interface HintQueue {
  /** Queues hints; each runs alone for its pair. `delaySeconds` is at most 900. */
  push(hints: readonly { hint: Hint; delaySeconds?: number }[]): Promise<void>;
}

/** Requests made so far in this invocation. */
export interface RequestCount {
  jira: number;
  jiraPoints: number;
  align: number;
}

/** Counts an invocation's requests, for the history. */
export interface RequestMeter {
  readonly count: RequestCount;
  /** Jira has said that most of the budget is used. */
  readonly nearLimit?: boolean;
}

/** Keeps the app from calling a side that has asked to be left alone, see `standing-limits.ts` for the names. */
export interface Governor {
  /** Seconds until the names may be called again, 0 when they may be now. */
  waitFor(names: readonly string[]): Promise<number>;
  /** Remembers for every run that a side has asked to wait. */
  holdBack(name: string, seconds: number): Promise<void>;
}

/** Structured log line. Never a token, a body, an e-mail address or a title. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  details?: Readonly<Record<string, string | number | boolean | null>>,
) => void;
