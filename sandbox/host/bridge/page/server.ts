import type { MountOptions } from '../mount-options';

/** Where this script came from: the host. */
export const HOST_URL = new URL((document.currentScript as HTMLScriptElement).src).origin;

/**
 * Asks the host to do what only it can: run a resolver, call Jira as the person, make the context.
 * Rejects with the name and message of the host's error.
 */
export async function askHost(
  op: string,
  mount: MountOptions,
  payload?: unknown,
): Promise<unknown> {
  const response = await fetch(`${HOST_URL}/bridge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ op, mount, payload }),
  });
  const answer = (await response.json()) as { ok: unknown } | { error: ErrorAnswer };
  if ('ok' in answer) return answer.ok;
  throw Object.assign(new Error(answer.error.message), { name: answer.error.name });
}

interface ErrorAnswer {
  name: string;
  message: string;
}
