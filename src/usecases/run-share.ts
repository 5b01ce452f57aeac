import type { Dependencies } from './dependencies';

/** What a run, or a part of one, may use. */
export interface Share {
  readonly ms: number;
  /** Requests to Jira Align, with those that the invocation has made before. */
  readonly alignRequests: number;
}

/**
 * Says when a run should leave the rest to the next one: its time or its requests are used. Of Jira's points
 * `deps.meter.nearLimit` tells.
 */
export function shareOf(
  deps: Pick<Dependencies, 'now' | 'meter'>,
  { ms, alignRequests }: Share,
): () => boolean {
  const deadline = deps.now() + ms;
  return () => deps.now() > deadline || deps.meter.count.align >= alignRequests;
}
