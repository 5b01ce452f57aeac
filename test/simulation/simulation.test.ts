/**
 * Guarantee: whatever the two sides, the platform and people do to the app at whatever moment, every property of
 * `properties/` holds. Shown by the real use cases and stores over models of everything else, for every seed that
 * ever failed and for some hundred more; `npm run simulate` runs as many as one likes.
 */
import corpus from './failing-seeds.json';
import { bundleSimulator, type Bundle } from './bundle';
import { FAULTS } from './engine/faults';
import { runSeeds } from './pool';
import { PROPERTIES } from './properties';
import type { Outcome } from './run-seed';

const SEEDS = 300;

const outcomes: Outcome[] = [];
let bundle: Bundle;

beforeAll(async () => {
  bundle = await bundleSimulator();
  const known = corpus.map(({ seed }) => seed);
  const seeds = new Set([...known, ...Array.from({ length: SEEDS }, (_, i) => i + 1)]);
  await runSeeds({
    bundle: bundle.file,
    seeds,
    onOutcome(outcome) {
      outcomes.push(outcome);
      return undefined;
    },
  });
}, 300_000);

afterAll(() => bundle.remove());

describe('in every seed', () => {
  test.each(PROPERTIES)('%s', (property) => {
    const broken = outcomes.flatMap(({ seed, violations }) =>
      violations
        .filter((violation) => violation.property === property)
        .map(({ what }) => `seed ${seed}: ${what}`),
    );
    expect(broken).toEqual([]);
  });
});

test('every seed that ever failed has run', () => {
  const ran = new Set(outcomes.map(({ seed }) => seed));
  expect(corpus.filter(({ seed }) => !ran.has(seed))).toEqual([]);
});

test('every kind of fault was injected, and people did things while it was', () => {
  const injected = new Set(outcomes.flatMap(({ faults }) => faults.map(([fault]) => fault)));
  expect(FAULTS.filter((fault) => !injected.has(fault))).toEqual([]);
  const sum = (pick: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  expect(sum(({ figures }) => figures.humanEdits)).toBeGreaterThan(SEEDS * 10);
  expect(sum(({ figures }) => figures.pairs)).toBeGreaterThan(SEEDS);
  expect(sum(({ figures }) => figures.remoteWrites)).toBeGreaterThan(SEEDS * 5);
});

test('the same seed gives the same run, step by step', async () => {
  const traces: string[][] = [];
  await runSeeds({
    bundle: bundle.file,
    seeds: [7, 7],
    trace: true,
    threads: 2,
    onOutcome({ trace }) {
      traces.push(trace);
      return undefined;
    },
  });
  expect(traces[0]?.length).toBeGreaterThan(100);
  expect(traces[1]).toEqual(traces[0]);
});
