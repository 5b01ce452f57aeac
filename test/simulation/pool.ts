import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './run-seed';

const MANIFEST = path.resolve(__dirname, '../../manifest.yml');

export interface PoolOptions {
  bundle: string;
  seeds: Iterable<number>;
  threads?: number;
  trace?: boolean;
  /** Told of each outcome; answers false to stop. */
  onOutcome: (outcome: Outcome) => boolean | undefined;
}

/** Runs seeds on worker threads. Every seed is a world of its own, so the order does not matter. */
export async function runSeeds(options: PoolOptions): Promise<void> {
  const { bundle, seeds, onOutcome, trace = false } = options;
  const threads = options.threads ?? Math.min(availableParallelism(), 8);
  const workerData = { manifest: readFileSync(MANIFEST, 'utf8'), trace };
  const left = seeds[Symbol.iterator]();
  let stopped = false;
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(bundle, { workerData });
      try {
        for (;;) {
          const next = left.next();
          if (stopped || next.done === true) return;
          const outcome = await new Promise<Outcome>((resolve, reject) => {
            worker.once('message', resolve);
            worker.once('error', reject);
            worker.postMessage(next.value);
          });
          worker.removeAllListeners('error');
          if (onOutcome(outcome) === false) stopped = true;
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
}
