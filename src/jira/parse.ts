import type * as z from 'zod/mini';
import type { APIResponse } from '@forge/api';
import { jiraUnreadable } from './errors';

/** Parses an answer's JSON body. @throws UnavailableError when it is not what the schema says */
export async function parseAnswer<T>(
  what: string,
  response: APIResponse,
  schema: z.ZodMiniType<T>,
): Promise<T> {
  try {
    return schema.parse(JSON.parse(await response.text()));
  } catch (cause) {
    throw jiraUnreadable(what, cause);
  }
}
