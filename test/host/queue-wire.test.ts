/**
 * Guarantee: the events service answers with the statuses that @forge/events tells apart, also for
 * what the package's own checks would stop before.
 */
import { EventQueue } from '../../sandbox/host/queue/queue';
import { answerQueue } from '../../sandbox/host/queue/wire';
import { ManualClock } from './manual-clock';

const PATH = '/{contextAri}/{environmentId}/{appId}/{appVersion}';

function ask(operation: string, body: unknown, timeoutSeconds = 55) {
  const queue = new EventQueue({ clock: new ManualClock(), deliver: async () => undefined });
  const consumers = [{ key: 'c', queue: 'work', function: 'f' }];
  const options = {
    queue,
    consumers,
    timeoutSeconds: () => timeoutSeconds,
    onPush: () => undefined,
  };
  return answerQueue(options, `/webhook/queue/${operation}${PATH}`, body);
}
const pushOf = (payload: unknown) => ({
  queueName: 'work',
  jobId: 'job',
  type: 'avi:forge:app:event',
  schema: 'ari:cloud:ecosystem::forge/app-event-2',
  payload,
  time: '2026-01-01T00:00:00Z',
});
const event = { body: { x: 'x'.repeat(101 * 1024) } };

test.each([
  ['a good push', 'publish', pushOf([{ body: {} }]), 201],
  ['a delay over 900 s', 'publish', pushOf([{ body: {}, delayInSeconds: 901 }]), 400],
  ['a negative delay', 'publish', pushOf([{ body: {}, delayInSeconds: -1 }]), 400],
  ['51 events', 'publish', pushOf(Array.from({ length: 51 }, () => ({ body: {} }))), 400],
  ['a body that is a list', 'publish', pushOf([{ body: [] }]), 400],
  ['a field nobody knows', 'publish', pushOf([{ body: {}, priority: 1 }]), 400],
  ['over 200 KB', 'publish', pushOf([event, event]), 413],
  ['stats of an unknown job', 'stats', { queueName: 'work', jobId: 'x', time: '' }, 404],
  ['cancelling an unknown job', 'cancel', { queueName: 'work', jobId: 'x', time: '' }, 404],
])('%s is answered by its status', (_what, operation, body, status) => {
  expect(ask(operation, body)?.status).toBe(status);
});

test('an event for a long-running consumer has at most 100 KB', () => {
  expect(ask('publish', pushOf([event]), 55)?.status).toBe(201);
  expect(ask('publish', pushOf([event]), 300)?.status).toBe(413);
});

test('an operation that the service does not have is not answered', () => {
  expect(ask('peek', {})).toBeUndefined();
});
