import type { Clock } from '../clock';
import type { HostLog } from '../host-log';
import type { Invocations } from '../invocations';
import type { Manifest } from '../manifest';
import type { Snapshots } from '../snapshots';
import type { UsageMeter } from '../usage';
import { EventQueue } from './queue';

export interface OpenQueueOptions {
  manifest: Manifest;
  invoke: Invocations['invoke'];
  clock: Clock;
  timeScale: number;
  usage: UsageMeter;
  log: HostLog;
  onIdleChange: () => void;
}

/** The queue of an app, with the events that the last run left in `queue.json`. */
export function openQueue(options: OpenQueueOptions, snapshots: Snapshots): EventQueue {
  const { manifest, invoke, clock, timeScale, usage, log, onIdleChange } = options;
  const changed = snapshots.register('queue', () => queue.save());
  const queue = new EventQueue({
    clock,
    timeScale,
    deliver: async (event) => {
      const consumer = manifest.consumers.find((c) => c.queue === event.queueName);
      if (!consumer) throw new Error(`No consumer reads the queue ${event.queueName} any more.`);
      return invoke(consumer.function, { type: 'consumer', key: consumer.key }, event);
    },
    onDelivery: (isRetry) => {
      usage.queue('delivered');
      if (isRetry) usage.queue('retries');
    },
    onDrop: (message) => log.loud(message),
    onChange: () => {
      changed();
      onIdleChange();
    },
  });
  const saved = snapshots.load('queue');
  if (saved !== undefined) queue.restore(saved);
  return queue;
}
