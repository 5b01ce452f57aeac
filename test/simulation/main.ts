import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSimulator } from './bundle';
import { FAULTS } from './engine/faults';
import { runSeeds } from './pool';
import type { Outcome } from './run-seed';

const USAGE = `npm run simulate -- [--seeds N] [--from S] [--seed X] [--trace] [--threads T]
  --seeds    how many seeds to run (1000)
  --from     the first of them (1)
  --seed     one seed alone
  --trace    what happened, step by step; with --seed
  --threads  worker threads (one for each core)
  --traces   a folder for the traces of all failing seeds`;

/** Failing seeds whose trace is shown; the others are only named. */
const SHOWN = 3;
const TRACE_LINES = 120;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      trace: { type: 'boolean', default: false },
      threads: { type: 'string' },
      traces: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [count, from] = [values.seeds, values.from].map(Number);
  if (values.help || !count || from === undefined || Number.isNaN(from)) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const seeds =
    values.seed === undefined
      ? Array.from({ length: count }, (_, i) => from + i)
      : [Number(values.seed)];
  const bundle = await bundleSimulator();
  try {
    const totals = new Totals();
    const threads = values.threads === undefined ? {} : { threads: Number(values.threads) };
    const failing: number[] = [];
    await runSeeds({
      bundle: bundle.file,
      seeds,
      ...threads,
      trace: values.trace,
      onOutcome(outcome) {
        totals.add(outcome);
        if (outcome.violations.length > 0) failing.push(outcome.seed);
        for (const { property, what } of outcome.violations) {
          // A run of many seeds takes minutes: what fails is told at once.
          console.log(`Seed ${outcome.seed} fails ${property}: ${what}`);
        }
        if (values.trace) console.log(outcome.trace.join('\n'));
        return undefined;
      },
    });
    if (!values.trace) await showFailures(bundle.file, failing, values.traces);
    console.log(totals.report());
    return failing.length === 0 ? 0 : 1;
  } finally {
    bundle.remove();
  }
}

async function showFailures(
  bundle: string,
  failing: readonly number[],
  folder: string | undefined,
): Promise<void> {
  let shown = 0;
  await runSeeds({
    bundle,
    seeds: folder === undefined ? failing.slice(0, SHOWN) : failing,
    threads: 1,
    trace: true,
    onOutcome({ seed, violations, trace }) {
      if (folder !== undefined) writeFileSync(path.join(folder, `${seed}.txt`), trace.join('\n'));
      if (shown++ >= SHOWN) return undefined;
      console.log(`\nSeed ${seed}`);
      for (const { property, what } of violations) console.log(`  ${property}: ${what}`);
      console.log(`  The last ${TRACE_LINES} lines (all: --seed ${seed} --trace)`);
      console.log(trace.slice(-TRACE_LINES).join('\n'));
      return undefined;
    },
  });
}

/** Sums over all seeds. */
class Totals {
  private readonly began = Date.now();
  private seeds = 0;
  private steps = 0;
  private virtualMs = 0;
  private readonly faults = new Map<string, number>();
  private readonly figures = new Map<string, number>();
  private readonly violations = new Map<string, number[]>();

  add({ seed, steps, virtualMs, faults, figures, violations }: Outcome): void {
    this.seeds += 1;
    this.steps += steps;
    this.virtualMs += virtualMs;
    for (const [fault, n] of faults) this.faults.set(fault, (this.faults.get(fault) ?? 0) + n);
    for (const [name, n] of Object.entries(figures)) {
      this.figures.set(name, (this.figures.get(name) ?? 0) + Number(n));
    }
    for (const { property } of violations) {
      const seeds = this.violations.get(property) ?? [];
      if (!seeds.includes(seed)) seeds.push(seed);
      this.violations.set(property, seeds);
    }
  }

  report(): string {
    const number = (n: number) => n.toLocaleString('en-US');
    const line = (name: string, n: number) => `  ${name.padEnd(40)}${number(n).padStart(12)}`;
    const seconds = (Date.now() - this.began) / 1000;
    const words = (name: string) => name.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
    const failed = [...this.violations].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      '',
      `${number(this.seeds)} seeds, ${number(this.steps)} steps, ${number(Math.round(this.virtualMs / 3.6e6))} virtual hours in ${seconds.toFixed(1)} s (${((seconds * 1000) / this.seeds).toFixed(1)} ms a seed)`,
      'Figures',
      ...[...this.figures].map(([name, n]) => line(words(name), n)),
      'Faults injected',
      ...FAULTS.map((fault) => line(fault, this.faults.get(fault) ?? 0)),
      line(
        'in all',
        [...this.faults.values()].reduce((sum, n) => sum + n, 0),
      ),
      `Violations: ${failed.reduce((sum, [, seeds]) => sum + seeds.length, 0)}`,
      ...failed.map(
        ([property, seeds]) =>
          `  ${property}: ${seeds.length} seeds, for example ${seeds.slice(0, 12).join(' ')}`,
      ),
    ].join('\n');
  }
}

void main().then((code) => {
  process.exitCode = code;
});
