/** An answer that carries JSON; without a body when there is none. */
export function json(status: number, body?: unknown): Response {
  if (body === undefined) return new Response(null, { status });
  return Response.json(body, { status });
}

/** An answer that @forge/api turns into an error: `ProxyRequestError`, or the one the code stands for. */
export function proxyError(status: number, code: string): Response {
  return new Response(null, { status, headers: { 'forge-proxy-error': code } });
}
