import type { AlignStandIn } from '../../sandbox/align';

export const TOKEN = 'bearer user:2001|sandbox-align-token';

/** An answer of the API with its parsed body; undefined when it is empty. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** Calls the API of a stand-in as its service account. */
export async function call(
  align: AlignStandIn,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${align.url}/rest/align/api/2${path}`, {
    method,
    headers: { Authorization: TOKEN, 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  const parsed: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text;
  return { status: response.status, body: parsed, headers: response.headers };
}

/** The ids in a list. */
export function ids({ body }: Answer): number[] {
  return (body as { id: number }[]).map(({ id }) => id);
}
