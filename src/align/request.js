import { alignError, alignUnreachable, notAlign } from './errors';
const TIMEOUT_MS = 30_000;
const MAX_CHARACTERS = 20_000_000;
export async function callAlign(client, call) {
  const method = call.method ?? 'GET';
  client.count.align += 1;
  let response;
  let text;
  try {
    response = await client.fetch(`https://${client.site}/rest/align/api/2/${call.path}`, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: authorization(client.auth),
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (cause) {
    throw alignUnreachable(client.site, method, cause);
  }
  const { status } = response;
  const success = status >= 200 && status < 300;
  if (!success && call.allow?.includes(status) !== true) {
    throw alignError(client.site, method, status, response.headers, text);
  }
  return {
    status,
    body: success ? parseBody(client.site, method, response, text) : undefined,
    location: response.headers.get('location'),
  };
}
function parseBody(site, method, response, text) {
  if (text.trim() === '') return undefined;
  if (text.length > MAX_CHARACTERS) throw notAlign(site, method, 'it is too large');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const type = response.headers.get('content-type') ?? '';
    throw notAlign(
      site,
      method,
      type.includes('html') ? 'it is a web page' : 'it is not JSON',
      cause,
    );
  }
}
function authorization(auth) {
  if (auth.kind === 'personal') return `bearer ${auth.token}`;
  return `Basic ${Buffer.from(`${auth.email}:${auth.token}`).toString('base64')}`;
}
