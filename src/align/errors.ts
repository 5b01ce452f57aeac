import * as z from 'zod/mini';
import {
  ForbiddenError,
  NotFoundError,
  RejectedError,
  TokenRefusedError,
  UnavailableError,
  type SyncError,
} from '../domain/errors';

/** RFC 7807, which Align's schema names; the bodies themselves are not verified against a live site. */
const ProblemDetails = z.object({
  title: z.optional(z.nullable(z.string())),
  detail: z.optional(z.nullable(z.string())),
  errors: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
});

const SHOWN = 500;

interface Said {
  words: string;
  fields: Record<string, string>;
}

function saidBy(text: string): Said {
  try {
    const problem = ProblemDetails.parse(JSON.parse(text));
    const fields = Object.fromEntries(
      Object.entries(problem.errors ?? {}).map(([field, what]) => [
        field,
        Array.isArray(what) ? what.join(' ') : String(what),
      ]),
    );
    const words = [problem.title, problem.detail, ...Object.values(fields)];
    return { words: words.filter(Boolean).map(ended).join(' ').slice(0, SHOWN), fields };
  } catch {
    // Not problem details. A body that is no JSON may be a page of markup, which is not shown.
    return { words: /[<>]/.test(text) ? '' : text.trim().slice(0, SHOWN), fields: {} };
  }
}

/** What Align says comes in pieces without an end. */
function ended(words: string | null | undefined): string {
  const text = (words ?? '').trim();
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

/** Translates an Align answer that is not a success, except for a 429. */
export function alignError(site: string, method: string, status: number, text: string): SyncError {
  const said = saidBy(text);
  if (status >= 300 && status < 400)
    return notAlign(site, method, `it leads elsewhere (${status})`);
  if (status === 401) return tokenRefused(site);
  if (status === 403) {
    return new ForbiddenError('align', {
      code: 'ALIGN_FORBIDDEN',
      message:
        `Jira Align does not allow the user of the API token to do this. ${said.words}`.trim(),
      remedy:
        "Give the user's system role the missing right in Jira Align, and access to the program. If the site has an IP allow list, add Atlassian's outgoing addresses.",
    });
  }
  if (status === 404) {
    return new NotFoundError('align', {
      code: 'ALIGN_NOT_FOUND',
      message: 'Jira Align does not know the item, or hides it from the user of the API token.',
      remedy: "Check that the item exists and that the token's user has access to its program.",
    });
  }
  if (status >= 500) return unavailable(`Jira Align answered ${status}.`, method !== 'GET');
  return new RejectedError(
    'align',
    {
      code: 'ALIGN_REJECTED',
      message: `Jira Align refused the change (${status}). ${said.words}`.trim(),
      remedy:
        'Correct what Jira Align names; the change is tried again when the issue or the item changes.',
    },
    said.fields,
    said.words,
  );
}

export function tokenRefused(site: string): TokenRefusedError {
  return new TokenRefusedError('align', {
    code: 'ALIGN_TOKEN_REFUSED',
    message: `Jira Align (${site}) did not accept the API token.`,
    remedy:
      'Create a new API token in Jira Align and enter it on the Connection tab of the admin page. Everything that waits then goes on where it stopped.',
  });
}

function unavailable(message: string, effectUnknown: boolean, cause?: unknown): UnavailableError {
  return new UnavailableError(
    'align',
    {
      code: 'ALIGN_UNAVAILABLE',
      message,
      remedy: 'Nothing to do: the work is tried again. If it lasts, check the site of Jira Align.',
      cause,
    },
    effectUnknown,
  );
}

/** No answer at all: name unknown, connection refused or reset, time-out. */
export function alignUnreachable(site: string, method: string, cause: unknown): UnavailableError {
  return unavailable(`Jira Align (${site}) did not answer.`, method !== 'GET', cause);
}

/** An answer that does not come from Align's API, for example the page of a log-in or of a maintenance. */
export function notAlign(
  site: string,
  method: string,
  why: string,
  cause?: unknown,
): UnavailableError {
  return new UnavailableError(
    'align',
    {
      code: 'ALIGN_NOT_ALIGN',
      message: `The answer of ${site} is not one of the Jira Align API: ${why}.`,
      remedy:
        'Check the site on the Connection tab, and whether Jira Align is under maintenance. The work is tried again.',
      cause,
    },
    method !== 'GET',
  );
}
