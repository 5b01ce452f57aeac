/**
 * What the sync costs, measured on the real app in the sandbox: requests, Jira points and storage operations for each
 * created pair, changed issue, echo and stale hint; processor time for each event; size and cold start of the bundle;
 * a backfill of 200 issues; a poll of 20 mapped programs and the daily sweep while nothing changes; what a pair costs
 * among 1,000 and among 100,000. `--backfill 10000` measures a backfill of that many alone.
 * Prints a table, what of the targets is missed, and all figures as JSON on the last line.
 */
import { parseArgs } from 'node:util';
import { startSite, PEOPLE, type Site } from '../../sandbox/site';
import { setUp } from '../../sandbox/set-up';
import { polled, settled } from '../../sandbox/settled';
import { measureBackfill, type BackfillCost } from './backfill';
import { bundleSize } from './bundle-size';
import { measureQuietHours } from './quiet-hours';
import { flatCost, type CostAt } from './flat-cost';
import { cpuMsPerUnit, perUnit, reset, type UnitCost } from './figures';

const UNITS = 40;

/** Processor time is measured one change at a time. */
const CPU_UNITS = 15;

/** Starting the app's process is measured this often; the median is quoted. */
const STARTS = 5;

interface Target {
  what: string;
  actual: number;
  limit: number;
}

const BACKFILL = 200;

/** How many pairs are stored while one more is made and changed. */
const STORED_PAIRS = [1_000, 10_000, 100_000] as const;

/** Mapped programs of which none has changed. */
const PROGRAMS = 20;

void (largeBackfill() ?? main()).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

async function main(): Promise<void> {
  const coldStarts: number[] = [];
  for (let run = 1; run < STARTS; run += 1) {
    const site = await open();
    coldStarts.push(site.host.coldStart.ms);
    await site.stop();
  }
  const began = performance.now();
  const site = await open();
  await setUp(site);
  const sandboxStartMs = Math.round(performance.now() - began);
  coldStarts.push(site.host.coldStart.ms);

  const keys = await createIssues(site);
  const created = perUnit(site, UNITS);

  reset(site);
  for (const key of keys) site.jira.world.edit(PEOPLE.bo, key, { points: 8 });
  await settled(site);
  const changed = perUnit(site, UNITS);

  reset(site);
  for (const key of keys.slice(0, CPU_UNITS)) {
    site.jira.world.edit(PEOPLE.bo, key, { points: 13 });
    await settled(site);
  }
  const cpuMsPerChange = cpuMsPerUnit(site, CPU_UNITS);

  for (const key of keys) site.jira.world.edit(PEOPLE.bo, key, { points: 21 });
  await settled(site);
  const late = site.events.slice(-UNITS);
  reset(site);
  for (const { name, payload } of late) await site.host.productEvent(name, payload);
  await settled(site);
  const stale = perUnit(site, UNITS);

  reset(site);
  for (const { name, payload } of late) await site.host.productEvent(name, newer(payload));
  await settled(site);
  const echoFromJira = perUnit(site, UNITS);

  reset(site);
  await polled(site);
  const echoFromAlign = perUnit(site, UNITS);

  reset(site);
  await polled(site);
  const idlePoll = perUnit(site, 1);
  await site.stop();
  const backfill = await measureBackfill(BACKFILL);
  const quiet = await measureQuietHours(PROGRAMS);
  const flat = await flatCost(STORED_PAIRS);

  const coldStartMs = Math.round(median(coldStarts));
  const bundle = bundleSize();
  console.log(`Processor time of a change, event and reconcile: ${cpuMsPerChange} ms`);
  report({
    created,
    changed,
    stale,
    echoFromJira,
    echoFromAlign,
    idlePoll,
    backfill: backfill.perPair,
  });
  const targets: Target[] = [
    { what: 'changed issue: Jira requests', actual: changed.jiraRequests, limit: 1 },
    { what: 'changed issue: Align requests', actual: changed.alignRequests, limit: 2 },
    { what: 'changed issue: Align writes', actual: changed.alignWrites, limit: 1 },
    {
      what: 'stale hint: HTTP requests',
      actual: stale.jiraRequests + stale.alignRequests,
      limit: 0,
    },
    { what: 'stale hint: KVS reads', actual: stale.kvsReads, limit: 1 },
    {
      what: 'echo: writes',
      actual:
        echoFromJira.jiraWrites +
        echoFromJira.alignWrites +
        echoFromAlign.jiraWrites +
        echoFromAlign.alignWrites,
      limit: 0,
    },
    {
      what: `idle poll of ${quiet.programs} programs: requests for each type`,
      actual: quiet.poll.alignRequests / quiet.poll.types,
      limit: 1,
    },
    {
      what: 'daily sweep of 1,000 pairs: Jira points',
      actual: quiet.sweep.jiraPoints,
      limit: 1_050,
    },
    {
      what: 'bundle, bytes of code (esbuild, unminified)',
      actual: bundle.codeBytes,
      limit: 800_000,
    },
    { what: 'cold start, ms (median)', actual: coldStartMs, limit: 150 },
    { what: 'sandbox start, ms', actual: sandboxStartMs, limit: 60_000 },
    ...flatTargets(flat),
    ...backfillTargets(backfill),
  ];
  const missed = missedOf(targets);
  sayMissed(missed);
  console.log(
    JSON.stringify({
      units: UNITS,
      perCreatedPair: created,
      perChangedIssue: changed,
      perStaleHint: stale,
      perEchoFromJira: echoFromJira,
      perEchoFromAlign: echoFromAlign,
      idlePoll,
      quiet,
      flat,
      cpuMsPerChange,
      bundle,
      coldStartMs,
      sandboxStartMs,
      backfill,
      targets: targets.map((t) => ({ ...t, met: t.actual <= t.limit })),
    }),
  );
  if (missed.length > 0) process.exitCode = 1;
}

/** The backfill that the command line asks for; undefined when it does not. */
function largeBackfill(): Promise<void> | undefined {
  const { backfill } = parseArgs({ options: { backfill: { type: 'string' } } }).values;
  if (backfill === undefined) return undefined;
  const pairs = Number(backfill);
  if (!Number.isInteger(pairs) || pairs < 1) {
    throw new Error(`--backfill takes a number of issues, not "${backfill}".`);
  }
  return measureBackfill(pairs).then((cost) => {
    const targets = backfillTargets(cost);
    const missed = missedOf(targets);
    report({ backfill: cost.perPair });
    sayMissed(missed);
    const met = targets.map((t) => ({ ...t, met: t.actual <= t.limit }));
    console.log(JSON.stringify({ backfill: cost, targets: met }));
    if (missed.length > 0) process.exitCode = 1;
  });
}

/** The cost of a pair does not grow with the number of pairs. */
function flatTargets(flat: readonly CostAt[]): Target[] {
  const [few, ...more] = flat;
  if (few === undefined) return [];
  return more.flatMap(({ pairs, created, changed }) => [
    {
      what: `created pair among ${pairs}: steps, against ${few.pairs}`,
      actual: created.steps / few.created.steps,
      limit: 1.1,
    },
    {
      what: `changed issue among ${pairs}: steps, against ${few.pairs}`,
      actual: changed.steps / few.changed.steps,
      limit: 1.1,
    },
  ]);
}

function backfillTargets({ perPair, pairs, peakMemoryMb }: BackfillCost): Target[] {
  /** Whoever asks, one look at each pass, and each person once: points that do not grow with the issues. */
  const once = 50 / pairs;
  return [
    { what: 'backfill: points read for each pair', actual: perPair.readPoints, limit: 1.1 + once },
    { what: 'backfill: points written for each pair', actual: perPair.writePoints, limit: 1.05 },
    { what: 'backfill: Align writes for each pair', actual: perPair.alignWrites, limit: 1.2 },
    ...(peakMemoryMb === null
      ? []
      : [{ what: 'backfill: peak memory, MB', actual: peakMemoryMb, limit: 256 }]),
  ];
}

const missedOf = (targets: readonly Target[]) =>
  targets.filter(({ actual, limit }) => actual > limit);

function sayMissed(missed: readonly Target[]): void {
  console.log(
    missed.length === 0
      ? '\nEvery target is met.'
      : `\nMissed: ${missed.map((t) => `${t.what} ${t.actual} > ${t.limit}`).join('; ')}`,
  );
}

function open(): Promise<Site> {
  return startSite({ schedules: { fiveMinute: 0, hour: 0 }, quiet: true });
}

async function createIssues(site: Site): Promise<string[]> {
  reset(site);
  const keys = Array.from({ length: UNITS }, (_, n) => {
    const { key } = site.jira.world.create(PEOPLE.bo, {
      project: 'PAY',
      type: 'Story',
      summary: `Story ${n} of the benchmark`,
      description: 'As a **buyer** I want to pay.',
      points: 3,
      labels: ['bench'],
    });
    return key;
  });
  await settled(site);
  return keys;
}

/** The same event with a later time, as the app's own write would cause it if Forge did not drop it. */
function newer(payload: Record<string, unknown>): Record<string, unknown> {
  const event = structuredClone(payload) as { issue: { fields: { updated: string } } };
  event.issue.fields.updated = new Date(Date.now() + 60_000).toISOString();
  return event;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function report(costs: Record<string, UnitCost>): void {
  console.table(costs);
}
