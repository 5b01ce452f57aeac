import { isJsonObject, type JsonObject } from '../json';
import { HttpProblem } from './problem';
import type { RestContext } from './context';

/** A parsed JSON text, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The media type of the request, without its parameters. */
export function mediaType(c: RestContext): string {
  return (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The JSON object in the request. @throws {HttpProblem} 415 for other content, 400 for no object */
export async function readObject(c: RestContext): Promise<JsonObject> {
  if (mediaType(c) !== 'application/json') {
    throw new HttpProblem(415, 'Content-Type must be application/json.');
  }
  const body = parseJson(await c.req.text());
  if (!isJsonObject(body)) throw new HttpProblem(400, 'The body must be a JSON object.');
  return body;
}
