import type { Space } from '../../sandbox/host/kvs/rows';
import { ofIssue, Scene } from '../simulation/scene';

/** Steps of the model, which are calls to storage, queue and both sides; wall-clock milliseconds (median). */
export interface Cost {
  steps: number;
  ms: number;
}

/** What one more pair and one more change cost while so many pairs are stored. */
export interface CostAt {
  pairs: number;
  created: Cost;
  changed: Cost;
}

const SAMPLES = 40;

const ROWS: readonly Space[] = ['entity:pair', 'entity:align-ref'];

/**
 * Measures the real use cases over a model of Forge's storage that is filled with pairs, for each number of them. The
 * numbers have to rise: the storage is filled further from one to the next.
 */
export async function flatCost(numbers: readonly number[]): Promise<CostAt[]> {
  const scene = await Scene.open();
  const sample = await scene.newPair('One of many');
  const found: CostAt[] = [];
  let stored = 0;
  for (const pairs of numbers) {
    for (; stored < pairs; stored += 1) copyPair(scene, sample.issue.id, sample.item.id, stored);
    found.push({ pairs, ...(await costNow(scene, pairs)) });
  }
  return found;
}

/** Stores the two records of a pair once more, under other ids. */
function copyPair({ world: { store } }: Scene, issueId: string, itemId: number, n: number): void {
  const ids = [issueId, `story:${itemId}`];
  const copies = [`8${String(n).padStart(9, '0')}`, `story:${9_000_000 + n}`];
  for (const [index, space] of ROWS.entries()) {
    const row = store.get(space, ids[index] ?? '');
    store.set(space, copies[index] ?? '', structuredClone(row.value));
  }
}

async function costNow(scene: Scene, pairs: number): Promise<Omit<CostAt, 'pairs'>> {
  const created: number[] = [];
  const changed: number[] = [];
  let createSteps = 0;
  let changeSteps = 0;
  for (let n = 0; n < SAMPLES; n += 1) {
    const issue = scene.newIssue(`Number ${n} among ${pairs}`);
    createSteps += await timed(scene, created, () => scene.deliver(ofIssue(issue)));
    issue.summary += ', edited';
    issue.updatedMs += 1_000;
    changeSteps += await timed(scene, changed, () => scene.deliver(ofIssue(issue)));
  }
  return {
    created: { steps: createSteps / SAMPLES, ms: median(created) },
    changed: { steps: changeSteps / SAMPLES, ms: median(changed) },
  };
}

/** @returns the steps that the work has taken */
async function timed(scene: Scene, times: number[], work: () => Promise<unknown>): Promise<number> {
  const { scheduler } = scene.world;
  const before = scheduler.steps;
  const began = performance.now();
  await scene.until(work());
  times.push(performance.now() - began);
  return scheduler.steps - before;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2));
}
