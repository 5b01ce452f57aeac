import { z } from 'zod';
import { forward } from '../proxy/forward';

/** Payload of `requestJira` of @forge/bridge 7.2. */
const fetchProductPayload = z.object({
  product: z.string(),
  restPath: z.string().startsWith('/'),
  fetchRequestInit: z.object({
    method: z.string().default('GET'),
    headers: z.array(z.tuple([z.string(), z.string()])).default([]),
    body: z.string().nullish(),
  }),
  isMultipartFormData: z.boolean().optional(),
});

/** Media types whose body crosses as text; any other crosses as base64. */
const TEXT = /^(text\/|application\/([\w.+-]+\+)?(json|xml|javascript))/;
const JSON_INDEX = /^__(.+)(Name|Type)$/;

/**
 * Calls Jira as the person on behalf of the app's page.
 * @throws Error for another product, and when Jira cannot be reached.
 */
export async function fetchProduct(jiraUrl: string, accountId: string, payload: unknown) {
  const { product, restPath, fetchRequestInit, isMultipartFormData } =
    fetchProductPayload.parse(payload);
  if (product !== 'jira') throw new Error(`The sandbox has no ${product}.`);
  const { method, headers, body } = fetchRequestInit;
  const url = new URL(restPath, jiraUrl);
  if (url.origin !== new URL(jiraUrl).origin) throw new Error(`${restPath} is not a path of Jira.`);
  const kept = new Headers(headers);
  if (isMultipartFormData) kept.delete('content-type');
  const content = isMultipartFormData ? formData(body ?? '{}') : body;
  const request = new Request(url, { method, headers: kept, ...(content && { body: content }) });
  const answer = await forward(request, url, {
    'x-forge-as': 'user',
    'x-forge-account-id': accountId,
  });
  const isAttachment = !TEXT.test(answer.headers.get('content-type') ?? 'text/plain');
  const bytes = Buffer.from(await answer.arrayBuffer());
  return {
    status: answer.status,
    statusText: answer.statusText,
    headers: Object.fromEntries(answer.headers),
    body: bytes.toString(isAttachment ? 'base64' : 'utf8'),
    isAttachment,
  };
}

/** Undoes what @forge/bridge does to a FormData: a file is base64 with `__<key>Name` and `__<key>Type`. */
function formData(json: string): FormData {
  const fields = z.record(z.string(), z.string()).parse(JSON.parse(json));
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (JSON_INDEX.test(name)) continue;
    const fileName = fields[`__${name}Name`];
    if (fileName === undefined) {
      form.append(name, value);
      continue;
    }
    const bytes = Buffer.from(value.slice(value.indexOf(',') + 1), 'base64');
    form.append(name, new Blob([bytes], { type: fields[`__${name}Type`] ?? '' }), fileName);
  }
  return form;
}
