import type { Call, CallError, Envelope, Input, Output } from '../../../src/contract';
import type { Site } from '../../../sandbox/site';
import { ADA } from './people';

/** Where in Jira a call comes from, and from whom. */
export interface Place {
  /** Null: nobody has signed in. */
  accountId?: string | null;
  module?: 'admin-page' | 'project-settings' | 'issue-panel';
  extension?: Record<string, unknown>;
}

/** Makes a call of a page and gives its envelope back. The admin page, as the Jira admin, unless told otherwise. */
export async function ask<K extends Call>(
  site: Site,
  call: K,
  input: Input<K>,
  { accountId = ADA, module = 'admin-page', extension }: Place = {},
): Promise<Envelope<Output<K>>> {
  const answer = await site.host.invokeResolver(module, call, input, {
    ...(accountId === null ? {} : { accountId }),
    ...(extension === undefined ? {} : { extension }),
  });
  return answer as Envelope<Output<K>>;
}

/** The error of a call that must fail. */
export async function refusal<K extends Call>(
  site: Site,
  call: K,
  input: Input<K>,
  place: Place = {},
): Promise<CallError> {
  const answer = await ask(site, call, input, place);
  if (answer.ok) throw new Error(`${call} was not refused: ${JSON.stringify(answer.data)}`);
  return answer.error;
}
