import * as z from 'zod/mini';
import {
  ForbiddenError,
  NotFoundError,
  RejectedError,
  TokenRefusedError,
  UnavailableError,
  type SyncError,
} from '../domain/errors';

/** Jira's error body. A 401 may be plain text, and a 404 may be empty. */
const ErrorBody = z.object({
  errorMessages: z.catch(z.array(z.string()), []),
  errors: z.catch(z.record(z.string(), z.string()), {}),
});
type ErrorBody = z.infer<typeof ErrorBody>;

/** Longest text of Jira's that is shown to a person. */
const SHOWN = 500;

function parseBody(text: string): ErrorBody {
  try {
    const parsed = ErrorBody.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: Jira says nothing that a person could use.
  }
  return { errorMessages: [], errors: {} };
}

function words(body: ErrorBody): string {
  const fields = Object.entries(body.errors).map(([field, text]) => `${field}: ${text}`);
  return [...body.errorMessages, ...fields].join(' ').slice(0, SHOWN);
}

const SCREEN_REMEDY =
  'Put the field on the create and edit screens of the issue type, or switch the field off in the mapping. It is tried again within the hour.';
const CORRECT_REMEDY =
  'Correct what Jira names; the change is tried again when the issue or the item changes.';

/** Translates a Jira answer that is not a success, except for a 429. */
export function jiraError(method: string, status: number, text: string): SyncError {
  const body = parseBody(text);
  const said = words(body);
  if (status === 401) {
    return new TokenRefusedError('jira', {
      code: 'JIRA_UNAUTHORISED',
      message: 'Jira did not accept the account that the app writes as.',
      remedy:
        'Right after the installation this passes within minutes. If it lasts, check that the app is enabled on this site.',
    });
  }
  if (status === 403) {
    return new ForbiddenError('jira', {
      code: 'JIRA_FORBIDDEN',
      message: `Jira did not allow it. ${said}`.trim(),
      remedy:
        'Give the account that the app writes as the missing permission in the permission scheme of the project.',
    });
  }
  if (status === 404) {
    return new NotFoundError('jira', {
      code: 'JIRA_NOT_FOUND',
      message:
        `Jira does not know it, or hides it from the account that the app writes as. ${said}`.trim(),
      remedy:
        'Give that account the Browse Projects permission, and check the issue security level.',
    });
  }
  if (status >= 500) return unavailable(`Jira answered ${status}.`, method !== 'GET');
  return new RejectedError(
    'jira',
    {
      code: 'JIRA_REJECTED',
      message: `Jira refused the change. ${said}`.trim(),
      remedy: /appropriate screen/i.test(said) ? SCREEN_REMEDY : CORRECT_REMEDY,
    },
    body.errors,
    said,
  );
}

function unavailable(message: string, effectUnknown: boolean, cause?: unknown): UnavailableError {
  return new UnavailableError(
    'jira',
    {
      code: 'JIRA_UNAVAILABLE',
      message,
      remedy:
        'Nothing to do: the work is tried again. If it lasts, check the Atlassian status page.',
      cause,
    },
    effectUnknown,
  );
}

/** No answer at all. */
export function jiraUnreachable(method: string, cause: unknown): UnavailableError {
  return unavailable('Jira did not answer.', method !== 'GET', cause);
}

/** An answer that the app cannot read. */
export function jiraUnreadable(what: string, cause: unknown): UnavailableError {
  return unavailable(`Jira's answer to ${what} could not be read.`, false, cause);
}
