import type { AlignShapes } from '../shapes';
import type { FieldProblem } from '../world/refusal';
import type { RestContext } from './context';

/** Error statuses that carry a body when the shape in force gives them one. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 415 | 429;

const TITLES: Record<ErrorStatus, string> = {
  400: 'One or more validation errors occurred.',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
};

/** An error to answer: thrown by handlers, answered in the shape in force. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';

  constructor(
    readonly status: ErrorStatus,
    detail: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

/**
 * The answer for a problem. The vendor's DTO list has `ProblemDetails` (RFC 7807), but no body of
 * a 4xx has been seen, so text and nothing at all are possible too.
 */
export function answerProblem(
  c: RestContext,
  errors: AlignShapes['errors'],
  { status, message, fields, headers }: HttpProblem,
): Response {
  if (errors === 'empty') return c.body(null, status, headers);
  if (errors === 'text') return c.text(message, status, headers);
  const byField = fields.map((each): [string, string[]] => [each.field, [each.message]]);
  const body = {
    type: `https://httpstatuses.io/${status}`,
    title: TITLES[status],
    status,
    detail: message,
    instance: c.req.path,
    ...(byField.length > 0 && { errors: Object.fromEntries(byField) }),
  };
  const contentType = { 'Content-Type': 'application/problem+json; charset=utf-8' };
  return c.body(JSON.stringify(body), status, { ...headers, ...contentType });
}
