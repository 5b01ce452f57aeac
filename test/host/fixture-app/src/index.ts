import { InvocationError } from '@forge/events';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';
import * as calls from './calls';
import * as queues from './queues';
import { storage } from './storage';

export { slow, work } from './queues';

const define = new Resolver();
define.define('storage', ({ payload }) => storage(payload as never));
define.define('jira', ({ payload }) => calls.jira(payload as never));
define.define('egress', ({ payload }) => calls.egress(payload as never));
define.define('rawSocket', ({ payload }) => calls.rawSocket(payload as never));
define.define('about', calls.about);
define.define('unknownCall', calls.unknownCall);
define.define('invokeRemote', calls.invokeRemote);
define.define('canEdit', calls.canEdit);
define.define('push', ({ payload }) => queues.push(payload as never));
define.define('stats', ({ payload }) => queues.stats(payload as never));
define.define('cancel', ({ payload }) => queues.cancel(payload as never));
define.define('request', ({ payload, context }) => ({ payload, context }));
define.define('say', ({ payload }) => {
  // eslint-disable-next-line no-console -- the host relays what an app prints
  console.warn('the app says', payload);
});
define.define('fail', ({ payload }) => {
  throw new RangeError(`failed with ${payload.word}`);
});
define.define('hang', () => new Promise((resolve) => setTimeout(resolve, 60_000)));
define.define('exit', () => process.exit(3));
define.define('exhaust', () => {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, i) => `${kept.length}-${i}`));
});
define.define('forget', () => {
  setTimeout(() => void kvs.set('too-late', 1), 50);
});
export const resolver = define.getDefinitions();

export const tick = async (event: unknown, context: unknown) => {
  await kvs.set('tick', { event, context });
  return { ran: true };
};

interface IssueEvent {
  issue: { key: string };
  mood?: 'ask-again' | 'throw';
  retryContext?: { retryCount: number };
}

export const onIssue = async (event: IssueEvent) => {
  const count = event.retryContext?.retryCount ?? 0;
  await kvs.set(`issue:${event.issue.key}:${count}`, event);
  if (event.mood === 'throw') throw new Error('no mood for events');
  return event.mood === 'ask-again' ? new InvocationError({ retryAfter: 1 } as never) : undefined;
};

export const onDeletion = (event: IssueEvent) => kvs.set('deleted', event.issue.key);
