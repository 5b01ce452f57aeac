/** Headers that belong to one connection, or to the host itself, and so do not travel on. */
const HELD_BACK =
  /^(host|connection|content-length|transfer-encoding|keep-alive|accept-encoding|expect|sec-fetch-mode|forge-.*)$/;

const WITHOUT_BODY = new Set(['GET', 'HEAD']);
/** Node's fetch has undone these; and only the host itself may speak in `forge-` headers. */
const NOT_RETURNED =
  /^(content-encoding|content-length|transfer-encoding|connection|keep-alive|forge-.*)$/;

/**
 * Sends a request on to another server and gives its answer back, redirects unfollowed.
 * @param extra Headers to set on the way.
 * @throws TypeError of Node's fetch when the server cannot be reached.
 */
export async function forward(
  request: Request,
  url: URL,
  extra: Record<string, string>,
): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of request.headers) if (!HELD_BACK.test(name)) headers.set(name, value);
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  const { method, signal } = request;
  const body = WITHOUT_BODY.has(method) ? undefined : await request.arrayBuffer();
  const answer = await fetch(url, {
    method,
    headers,
    signal,
    redirect: 'manual',
    ...(body && body.byteLength > 0 && { body }),
  });
  return withoutHopHeaders(answer);
}

async function withoutHopHeaders(answer: Response): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of answer.headers) {
    if (!NOT_RETURNED.test(name)) headers.append(name, value);
  }
  const body = await answer.arrayBuffer();
  const { status, statusText } = answer;
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
}

/** Node's code of a failed fetch, for example ECONNREFUSED. */
export function networkErrorCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') {
    return cause.code;
  }
  return 'ECONNRESET';
}
