/**
 * A refusal in the shape of Jira's `ErrorCollection`: messages for the request as a whole, and
 * texts per field. `status` is the HTTP status the REST API answers with.
 */
export class JiraError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404,
    readonly errorMessages: string[],
    readonly errors: Record<string, string> = {},
  ) {
    super([...errorMessages, ...Object.values(errors)].join(' '));
    this.name = 'JiraError';
  }
}

export const badRequest = (message: string) => new JiraError(400, [message]);
export const badField = (field: string, text: string) => new JiraError(400, [], { [field]: text });
export const forbidden = (message: string) => new JiraError(403, [message]);
export const notFound = (message: string) => new JiraError(404, [message]);

/** Jira answers the same for an issue that does not exist and one that the caller may not see. */
export const issueNotFound = () =>
  notFound('Issue does not exist or you do not have permission to see it.');

export const projectNotFound = (keyOrId: string) =>
  notFound(
    /^\d+$/.test(keyOrId)
      ? `No project could be found with id '${keyOrId}'.`
      : `No project could be found with key '${keyOrId}'.`,
  );

/** Wording seen in many clients of Jira Cloud; status, unknown fields and missing screens share it. */
export const notOnScreen = (field: string) =>
  `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;
