import type { Hint } from '../../src/domain/hint';
import { pollAlign } from '../../src/usecases/poll-align';
import { SyncError } from '../../src/domain/errors';
import { markRefused } from '../../src/usecases/handle-hint';
import { hourly } from '../../src/usecases/hourly';
import { compose, type AppUnderTest } from './app';
import { Invocation } from './engine/invocation';
import { Humans } from './humans';
import { judge, type Figures } from './properties';
import { everyChangeWasFound } from './properties/found';
import { finalOf, nameOf } from './properties/final';
import { unforeseen } from './properties/unforeseen';
import { World, type Options } from './world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A little more than the longest limit that a side names. */
const LONGEST_LIMIT = 21 * MINUTE;
/** Far more than any run needs; reached only by one that never rests. */
const STEPS = 150_000;
/** Rounds of an hour that the two sides have to come to rest once nothing goes wrong any more. */
const ROUNDS = 10;

export interface Outcome {
  seed: number;
  steps: number;
  virtualMs: number;
  violations: { property: string; what: string }[];
  faults: [string, number][];
  figures: Figures;
  trace: string[];
}

/** Runs one seed from its first edit to rest, and judges it. */
export async function runSeed(options: Options): Promise<Outcome> {
  const world = new World(options);
  const begin = world.scheduler.now;
  const humans = new Humans(world);
  let figures: Figures | null = null;
  try {
    await play(world, humans);
    figures = judge(world);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.ledger.violate('P2 quiescence', what);
  }
  const { ledger, faults, scheduler } = world;
  return {
    seed: options.seed,
    steps: scheduler.steps,
    virtualMs: scheduler.now - begin,
    violations: ledger.violations,
    faults: [...faults.injected],
    figures: figures ?? judge(world),
    trace: ledger.trace,
  };
}

async function play(world: World, humans: Humans): Promise<void> {
  const { scheduler, random, faults, windows } = world;
  await finished(world, humans.connect());
  for (const [at, mapping] of world.mappings.entries()) {
    const saved = humans.saveFirst(mapping);
    await finished(world, saved);
    world.mappings[at] = await saved;
  }

  const span = random.int(20, 180) * MINUTE;
  const end = scheduler.now + span;
  humans.plan(span);
  schedule(world, 5 * MINUTE, end, pollAlign);
  schedule(world, HOUR, end, hourly);
  await scheduler.runUntil(end, STEPS);

  humans.stop();
  // An outage that outlasts the queue's day is lived through, with what the hours bring.
  const outage = Math.max(windows.outage.jira, windows.outage.align);
  if (outage > scheduler.now + 12 * HOUR) {
    schedule(world, 4 * HOUR, outage, hourly);
    await scheduler.runUntil(outage, STEPS);
  }
  faults.stop();
  // What a side has asked for is waited for.
  await scheduler.runUntil(scheduler.now + LONGEST_LIMIT, STEPS);
  await finished(world, humans.settleSettings());
  await scheduler.drain(30 * HOUR, STEPS);
  humans.editOutOfOrder();
  for (let poll = 0; poll < 2; poll += 1) {
    if (poll > 0) scheduler.now += 6 * MINUTE;
    await finished(world, invoke(world, pollAlign));
    await scheduler.drain(30 * HOUR, STEPS);
  }
  everyChangeWasFound(world, 'events and polls');
  await hour(world);
  everyChangeWasFound(world, 'the upkeep');
  await comeToRest(world);
  // What neither an event nor a change tells of is found once a day.
  scheduler.now += 24 * HOUR;
  await comeToRest(world);
  await stayAtRest(world);
}

/** Polls and upkeeps until an hour brings no effect on either side. */
async function comeToRest(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = world.ledger.effects;
    await hour(world);
    if (world.ledger.effects === before) return;
  }
  world.ledger.violate('P2 quiescence', `still writing after ${ROUNDS} hours of rest`);
}

/** Everything that was ever told is told once more, and nothing may come of it. */
async function stayAtRest(world: World): Promise<void> {
  const { ledger, events, queue, scheduler } = world;
  const before = ledger.effects;
  ledger.note(() => '-- at rest: everything is told once more');
  const { parked } = finalOf(world);
  // What waits for a person may go on when it is told again.
  const repeats = (issueId: string) => !parked.has(`issue-${issueId}`);
  const told = events.told.slice(-40).filter(({ issueId }) => repeats(issueId));
  for (const change of told) events.send(change);
  for (const body of queue.seen.slice(-40)) {
    const { target } = JSON.parse(body) as Hint;
    if (target.kind === 'align' || repeats(target.issueId)) queue.repeat(body);
  }
  await scheduler.drain(2 * HOUR, STEPS);
  await idlePoll(world);
  await hour(world);
  if (ledger.effects !== before) {
    ledger.violate('P2 quiescence', `${ledger.effects - before} effects at rest`);
  }
}

/** At rest a poll finds nothing to do, so that it costs its reads and no more. */
async function idlePoll(world: World): Promise<void> {
  const before = world.queue.accepted.length;
  await finished(world, invoke(world, pollAlign));
  const { byIssue } = finalOf(world);
  for (const issueId of world.queue.accepted.slice(before)) {
    const pair = byIssue.get(issueId);
    if (pair?.pair.status !== 'paired' || pair.parked !== null || pair.issue === null) continue;
    world.ledger.violate('P2 quiescence', `a poll at rest queues a hint for ${nameOf(pair)}`);
  }
  await world.scheduler.drain(2 * HOUR, STEPS);
}

async function hour(world: World): Promise<void> {
  const { scheduler } = world;
  await finished(world, invoke(world, pollAlign));
  await scheduler.drain(2 * HOUR, STEPS);
  scheduler.now += 65 * MINUTE;
  await finished(world, invoke(world, hourly));
  await scheduler.drain(30 * HOUR, STEPS);
}

/** Lets virtual time go on until the work is done. */
async function finished(world: World, work: Promise<unknown>): Promise<void> {
  let done = false;
  void work.finally(() => (done = true));
  for (let turn = 0; !done && turn < 200; turn += 1)
    await world.scheduler.drain(10 * MINUTE, STEPS);
  if (!done) throw new Error('An invocation does not end.');
  await work;
}

function schedule(
  world: World,
  every: number,
  end: number,
  run: (deps: AppUnderTest) => Promise<unknown>,
): void {
  const { scheduler, random, faults } = world;
  const first = scheduler.now + random.int(0, every);
  for (let at = first; at < end; at += every) {
    scheduler.at(at, () => {
      if (!faults.strikes('poll missed')) void invoke(world, run);
    });
  }
}

/** A scheduled run: Forge does not repeat one that fails. A refused token is noted, as `entry/scheduled.ts` does. */
async function invoke(world: World, run: (deps: AppUnderTest) => Promise<unknown>): Promise<void> {
  const invocation = new Invocation(world.nextRun(), run.name, world);
  const deps = compose(world, invocation);
  const begun = world.iso();
  world.ledger.note(() => `run ${invocation.id} ${run.name}`);
  try {
    await invocation.run(() => run(deps));
  } catch (error) {
    world.ledger.note(() => `   run ${invocation.id} ${run.name} fails: ${String(error)}`);
    unforeseen(world, run.name, error);
    if (error instanceof SyncError && error.code === 'ALIGN_TOKEN_REFUSED') {
      await invocation
        .run(() => markRefused(deps, begun))
        .catch((failure: unknown) => unforeseen(world, 'mark', failure));
    }
  }
}
