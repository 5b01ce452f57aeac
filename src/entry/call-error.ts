import type { CallError, CallErrorCode } from '../contract';
import {
  ForbiddenError,
  NotFoundError,
  RateLimitedError,
  SyncError,
  UnavailableError,
} from '../domain/errors';
import { InvalidMappingError } from '../domain/invalid-mapping';
import { InvalidPersonError } from '../domain/people-table';

const CODES: Readonly<Record<string, readonly [CallErrorCode, field?: string]>> = {
  NOT_CONNECTED: ['NOT_CONNECTED'],
  ALIGN_HOST_REFUSED: ['ALIGN_HOST_REFUSED', 'site'],
  ALIGN_NOT_ALIGN: ['ALIGN_NOT_ALIGN', 'site'],
  ALIGN_SITE_CHANGED: ['CONFLICT', 'site'],
  ALIGN_TOKEN_REFUSED: ['ALIGN_TOKEN_REFUSED', 'auth.token'],
  ALIGN_TOKEN_SHAPE: ['ALIGN_TOKEN_REFUSED', 'auth.token'],
  ALIGN_USER_UNKNOWN: ['ALIGN_FORBIDDEN', 'auth.token'],
  MAPPING_CHANGED: ['CONFLICT'],
  CONFLICT_GONE: ['CONFLICT'],
  PEOPLE_CHANGED: ['CONFLICT'],
  REMOVALS_UNANSWERED: ['CONFLICT'],
  REMOVALS_ANSWERED: ['CONFLICT'],
  BACKFILL_ENDING: ['CONFLICT'],
  BACKFILL_RUNNING: ['CONFLICT'],
  BACKFILL_NOT_RUNNING: ['CONFLICT'],
  NOT_MAPPED: ['NOT_FOUND'],
  NO_PROGRAM: ['NOT_FOUND'],
  KEYS_NOT_SEARCHABLE: ['INVALID_INPUT', 'matchByKey'],
};

/** An error as a page gets it: no internals, always a remedy. */
export function callError(error: unknown): CallError {
  if (!(error instanceof SyncError)) return INTERNAL;
  const [code, field] = CODES[error.code] ?? [codeByKind(error)];
  const place =
    error instanceof InvalidMappingError || error instanceof InvalidPersonError
      ? error.field
      : field;
  return {
    code,
    message: error.message,
    remedy: error instanceof UnavailableError ? remedyNow(error) : error.remedy,
    ...(place === undefined ? {} : { field: place }),
    ...(error instanceof RateLimitedError ? { retryAfterMs: error.retryAfterSeconds * 1000 } : {}),
  };
}

/** In the queue work is tried again by itself; a person who waits for an answer has to do it. */
function remedyNow(error: UnavailableError): string {
  if (error.code === 'ALIGN_NOT_ALIGN') return error.remedy;
  return error.side === 'align'
    ? 'Check the site, and whether Jira Align is up, then try again.'
    : 'Try again in a moment. If it lasts, check the Atlassian status page.';
}

const INTERNAL: Readonly<CallError> = {
  code: 'INTERNAL',
  message: 'Something went wrong in the app.',
  remedy: "Try again. If it lasts, send the time to the app's support.",
};

function codeByKind(error: SyncError): CallErrorCode {
  if (error instanceof InvalidMappingError || error instanceof InvalidPersonError)
    return 'INVALID_INPUT';
  if (error instanceof RateLimitedError) return 'RATE_LIMITED';
  if (error instanceof NotFoundError) return 'NOT_FOUND';
  if (error instanceof UnavailableError) {
    return error.side === 'align' ? 'ALIGN_UNAVAILABLE' : 'JIRA_UNAVAILABLE';
  }
  if (error instanceof ForbiddenError && error.side === 'align') return 'ALIGN_FORBIDDEN';
  return 'INTERNAL';
}
