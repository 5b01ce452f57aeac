import type { Side } from '../contract/common';
import type { LimitScope } from './rate-limit';

/** When a failed piece of work may be tried again. */
export type Retry =
  /** Not before a person has changed something. */
  | { kind: 'never' }
  /**
   * After this many seconds, and without counting as an attempt. `spreadSeconds`: so much later at most, drawn by
   * chance, where many may be waiting for the same moment.
   */
  | { kind: 'after'; seconds: number; spreadSeconds?: number }
  /** With growing pauses, see `retry.ts`. */
  | { kind: 'backoff' };

/** What every error of the app says of itself. */
export interface ErrorDetails {
  /** Stable across releases: pages, parked items and tests decide by it. */
  code: string;
  message: string;
  /** What a person can do about it. */
  remedy: string;
  cause?: unknown;
}

/** Base of every error that crosses a layer. `code` and `remedy` reach the admin; `cause` does not. */
export abstract class SyncError extends Error {
  readonly code: string;
  readonly remedy: string;
  abstract readonly retry: Retry;

  constructor(details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = details.code;
    this.remedy = details.remedy;
  }
}

/** The app is not set up for this: no connection, no mapping, a host outside `*.jiraalign.com`. */
export class ConfigurationError extends SyncError {
  override readonly retry: Retry = { kind: 'never' };
}

/** The credentials were refused (HTTP 401). Work stays queued until a person has replaced them. */
export class TokenRefusedError extends SyncError {
  override readonly retry: Retry = { kind: 'never' };
  constructor(
    readonly side: Side,
    details: ErrorDetails,
  ) {
    super(details);
  }
}

/** The account lacks a right (HTTP 403). */
export class ForbiddenError extends SyncError {
  override readonly retry: Retry = { kind: 'never' };
  constructor(
    readonly side: Side,
    details: ErrorDetails,
  ) {
    super(details);
  }
}

/** The item does not exist or the account may not see it (HTTP 404). */
export class NotFoundError extends SyncError {
  override readonly retry: Retry = { kind: 'never' };
  constructor(
    readonly side: Side,
    details: ErrorDetails,
  ) {
    super(details);
  }
}

/** The other side understood the request and refused it (HTTP 400, 409, 422). */
export class RejectedError extends SyncError {
  override readonly retry: Retry = { kind: 'never' };
  constructor(
    readonly side: Side,
    details: ErrorDetails,
    /** The side's own field names with what it says of each; empty when it does not tell. */
    readonly fieldErrors: Readonly<Record<string, string>> = {},
    /** What the side said in its own words; empty when it said nothing. */
    readonly said: string = '',
  ) {
    super(details);
  }
}

/** The other side answered 5xx, something that is not an API answer, or not at all. */
export class UnavailableError extends SyncError {
  override readonly retry: Retry = { kind: 'backoff' };
  constructor(
    readonly side: Side,
    details: ErrorDetails,
    /** True when a write may have taken effect although no answer came. */
    readonly effectUnknown: boolean,
  ) {
    super(details);
  }
}

/** The most that returning work is spread by: the more was stopped, the more comes back. */
const SPREAD_SECONDS: Readonly<Record<LimitScope, number>> = { all: 300, endpoint: 30, issue: 5 };

/** HTTP 429, or one that would come. Waiting is not a failure, so it costs no attempt. */
export class RateLimitedError extends SyncError {
  override readonly retry: Retry;
  /** Whole seconds: a fraction is rounded up. */
  readonly retryAfterSeconds: number;
  constructor(
    readonly side: Side,
    details: ErrorDetails,
    retryAfterSeconds: number,
    /** What is stopped; another issue or another endpoint may go on unless it is `all`. */
    readonly scope: LimitScope = 'endpoint',
  ) {
    super(details);
    const seconds = Math.ceil(retryAfterSeconds);
    this.retryAfterSeconds = seconds;
    const spreadSeconds = Math.min(SPREAD_SECONDS[scope], seconds);
    this.retry = { kind: 'after', seconds, spreadSeconds };
  }
}

/** Another invocation changed the pair in the meantime: read again and plan again. */
export class ConcurrentChangeError extends SyncError {
  override readonly retry: Retry = { kind: 'after', seconds: 2 };
  constructor(what: string) {
    super({
      code: 'CONCURRENT_CHANGE',
      message: `${what} was changed by another run at the same time.`,
      remedy: 'Nothing to do: the pair is read and compared again in a moment.',
    });
  }
}

/** The work has to wait for something that is under way, for example the creation of the parent. */
export class NotYetError extends SyncError {
  override readonly retry: Retry;
  constructor(details: ErrorDetails, seconds: number) {
    super(details);
    this.retry = { kind: 'after', seconds };
  }
}

/** Forge storage or Forge's queue did not take or give a record. */
export class StorageError extends SyncError {
  constructor(
    details: ErrorDetails,
    /** Where the platform only asks to wait, waiting costs no attempt. */
    override readonly retry: Retry = { kind: 'backoff' },
  ) {
    super(details);
  }
}

/** Forge counts its limits by the minute (Forge limits), so what is refused may come again after one. */
export const NEXT_MINUTE: Readonly<Retry> = { kind: 'after', seconds: 60, spreadSeconds: 60 };

/** A fault of the app itself. */
export class UnexpectedError extends SyncError {
  override readonly retry: Retry = { kind: 'backoff' };
  constructor(cause: unknown) {
    super({
      code: 'INTERNAL',
      message: 'The app made a mistake it did not foresee.',
      remedy:
        "The work is tried again. If it lasts, send the time of this entry to the app's support.",
      cause,
    });
  }
}
