import * as z from 'zod/mini';
import {
  ForbiddenError,
  NotFoundError,
  RateLimitedError,
  RejectedError,
  TokenRefusedError,
  UnavailableError,
} from '../domain/errors';
const ProblemDetails = z.object({
  title: z.optional(z.nullable(z.string())),
  detail: z.optional(z.nullable(z.string())),
  errors: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
});
const SHOWN = 500;
const DEFAULT_WAIT_SECONDS = 60;
function saidBy(text) {
  try {
    const problem = ProblemDetails.parse(JSON.parse(text));
    const fields = Object.fromEntries(
      Object.entries(problem.errors ?? {}).map(([field, what]) => [
        field,
        Array.isArray(what) ? what.join(' ') : String(what),
      ]),
    );
    const words = [problem.title, problem.detail, ...Object.values(fields)];
    return { words: words.filter(Boolean).join(' ').slice(0, SHOWN), fields };
  } catch {
    return { words: /[<>]/.test(text) ? '' : text.trim().slice(0, SHOWN), fields: {} };
  }
}
export function alignError(site, method, status, headers, text) {
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
  if (status === 429) return rateLimited(headers);
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
export function tokenRefused(site) {
  return new TokenRefusedError('align', {
    code: 'ALIGN_TOKEN_REFUSED',
    message: `Jira Align (${site}) did not accept the API token.`,
    remedy:
      'Create a new API token in Jira Align and enter it on the Connection tab of the admin page. Everything that waits then goes on where it stopped.',
  });
}
function rateLimited(headers) {
  const seconds = Number(headers.get('retry-after'));
  return new RateLimitedError(
    'align',
    {
      code: 'ALIGN_RATE_LIMITED',
      message: 'Jira Align asks the app to wait.',
      remedy: 'Nothing to do: the work goes on by itself when the limit is lifted.',
    },
    Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_WAIT_SECONDS,
  );
}
function unavailable(message, effectUnknown, cause) {
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
export function alignUnreachable(site, method, cause) {
  return unavailable(`Jira Align (${site}) did not answer.`, method !== 'GET', cause);
}
export function notAlign(site, method, why, cause) {
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
