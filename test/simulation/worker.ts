import { parentPort, workerData } from 'node:worker_threads';
import { runSeed } from './run-seed';
import { entitiesIn } from './world';

interface Work {
  manifest: string;
  trace: boolean;
}

const { manifest, trace } = workerData as Work;
const entities = entitiesIn(manifest);

parentPort?.on('message', (seed: number) => {
  void runSeed({ seed, entities, trace }).then((outcome) => parentPort?.postMessage(outcome));
});
