import { type AsyncEvent, InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { attempt } from './attempt';

interface Work extends Record<string, unknown> {
  id: string;
  /** How the consumer behaves on the first delivery. */
  first?: 'ask-again' | 'throw' | 'exit';
  holdMs?: number;
}

interface Push {
  queue: string;
  events: { body: Work; delayInSeconds?: number; concurrency?: { key: string; limit: number } }[];
}

export const push = (p: Push) => attempt(() => new Queue<Work>({ key: p.queue }).push(p.events));
export const stats = (p: { queue: string; jobId: string }) =>
  attempt(() => new Queue({ key: p.queue }).getJob(p.jobId).getStats());
export const cancel = (p: { queue: string; jobId: string }) =>
  attempt(() => new Queue({ key: p.queue }).cancel(p.jobId));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Records when each delivery began and ended, and what it was told. */
export async function work(event: AsyncEvent<Work>, context: unknown): Promise<unknown> {
  const { id, first, holdMs = 0 } = event.body;
  const count = event.retryContext?.retryCount ?? 0;
  const begin = Date.now();
  await pause(holdMs);
  await kvs.set(`delivery:${id}:${count}`, { begin, end: Date.now(), event, context });
  if (count > 0) return undefined;
  if (first === 'throw') throw new TypeError(`cannot do ${id}`);
  if (first === 'exit') process.exit(7);
  if (first !== 'ask-again') return undefined;
  return new InvocationError({
    retryAfter: 30,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: { left: 3 },
  });
}

/** Runs over its time on the first delivery. */
export async function slow(event: AsyncEvent<Work>): Promise<void> {
  if (!event.retryContext) await pause(60_000);
  await kvs.set(`slow:${event.body.id}`, event.retryContext ?? null);
}
