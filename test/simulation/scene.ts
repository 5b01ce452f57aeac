import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AlignType } from '../../src/contract/common';
import { UnavailableError } from '../../src/domain/errors';
import { hint, type Hint, type HintTarget } from '../../src/domain/hint';
import type { Pair } from '../../src/domain/pair';
import { handleHint, type Handled } from '../../src/usecases/handle-hint';
import { compose, type AppUnderTest } from './app';
import { FAULTS } from './engine/faults';
import { Invocation, type Call } from './engine/invocation';
import { Humans } from './humans';
import type { Item } from './models/align';
import type { Issue } from './models/jira';
import { finalOf, type Final } from './properties/final';
import { ISSUE_TYPES, POINTS_FIELD, type Shape } from './shape';
import { entitiesIn, World } from './world';

const MINUTE = 60_000;
const STEPS = 100_000;
const MANIFEST = path.resolve(__dirname, '../../manifest.yml');

/** A site on which nothing is in dispute, so that a situation is about one thing alone. */
const PLAIN: Shape = {
  projects: 1,
  skew: { jira: 0, align: 0 },
  created: 'item',
  links: 'kept',
  html: 'as given',
  updatedDate: 'always',
  wholeSeconds: false,
  namesRefusals: true,
  unreachable: null,
  workflow: 'free',
  lag: { alignSearch: 0, alignList: 0, jql: 0, index: 0 },
};

/** Where a run is cut off: at the first call whose name matches. */
export interface Cut {
  before?: RegExp;
  after?: RegExp;
  /** The call takes effect, and its answer is lost. */
  unanswered?: RegExp;
}

export const BO = { side: 'jira' as const, id: 'jira-bo', name: 'Bo' };
export const ANA_IN_ALIGN = '1201';

/**
 * One situation, played step by step with the real use cases and stores over the simulator's models, without chance:
 * one connected project that is mapped both ways. Time passes only while a run works, and when it is told to.
 */
export class Scene {
  private constructor(readonly world: World) {}

  static async open(
    shape: Partial<Shape> = {},
    rule: Partial<World['mappings'][number]['fields']['title']> = {},
    mapped: Partial<World['mappings'][number]> = {},
  ): Promise<Scene> {
    const entities = entitiesIn(readFileSync(MANIFEST, 'utf8'));
    const world = new World({ seed: 1, entities, off: FAULTS });
    Object.assign(world.shape, structuredClone(PLAIN), shape);
    world.mappings.splice(1);
    const [mapping] = world.mappings;
    if (mapping === undefined) throw new Error('No mapping was drawn.');
    mapping.createInJira = true;
    Object.assign(mapping, { whenItemRemoved: 'unlink', whenIssueDeleted: 'unlink' }, mapped);
    mapping.jiraFields = { points: POINTS_FIELD };
    for (const name of Object.keys(mapping.fields) as (keyof typeof mapping.fields)[]) {
      mapping.fields[name] = { direction: 'both', policy: 'newest', ...rule };
    }
    const scene = new Scene(world);
    const humans = new Humans(world);
    await scene.until(humans.connect());
    world.mappings[0] = await scene.until(humans.saveFirst(mapping));
    return scene;
  }

  /** One delivery of a hint. A run that was cut off answers `killed`. */
  deliver(
    target: HintTarget,
    { cut = {}, attempt = 0, ...more }: Partial<Hint> & { cut?: Cut; attempt?: number } = {},
  ): Promise<Handled | 'killed'> {
    return this.start(
      (deps) =>
        handleHint(deps, {
          hint: hint({ target, source: 'manual', at: this.world.iso(), ...more }),
          attempt,
          failures: 0,
          lastChance: false,
        }),
      cut,
    );
  }

  /** Runs a part of the app in an invocation of its own. Does not let time pass: see `until`. */
  start<T>(work: (deps: AppUnderTest) => Promise<T>, cut: Cut = {}): Promise<T | 'killed'> {
    const run = new CutOff(this.world, cut);
    return run.run(() => work(compose(this.world, run)));
  }

  /** Lets time pass until the work is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    let done = false;
    void work.finally(() => (done = true));
    // In small parts: what else is under way, such as an event, goes no further than it must.
    for (let turn = 0; !done && turn < 2_000; turn += 1) {
      const until = this.world.scheduler.now + 200;
      await this.world.scheduler.drain(200, STEPS);
      if (!done) this.world.scheduler.now = until;
    }
    if (!done) throw new Error('The work does not end.');
    return work;
  }

  pass(minutes: number): void {
    this.world.scheduler.now += minutes * MINUTE;
  }

  /** Lets everything that is queued run. */
  async settle(): Promise<void> {
    await this.world.scheduler.drain(120 * MINUTE, STEPS);
  }

  newIssue(summary: string): Issue {
    const { world } = this;
    const projectId = world.mappings[0]?.projectId ?? '';
    return world.jira.create(BO, projectId, ISSUE_TYPES.story, { summary, statusId: '10' }, null);
  }

  newItem(title: string, type: AlignType = 'story'): Item {
    const programId = this.world.mappings[0]?.programId ?? null;
    return this.world.align.create(ANA_IN_ALIGN, type, programId, { title });
  }

  /** An issue with its item, in step. */
  async newPair(summary: string): Promise<{ issue: Issue; item: Item; pair: Pair }> {
    const issue = this.newIssue(summary);
    await this.until(this.deliver(ofIssue(issue)));
    const pair = this.final.byIssue.get(issue.id);
    if (pair?.item == null) throw new Error('The issue got no item.');
    return { issue, item: pair.item, pair: pair.pair };
  }

  /** What is stored and what both sides have now. */
  get final(): Final {
    return finalOf(this.world);
  }
}

export const ofIssue = ({ id: issueId, projectId }: Issue): HintTarget => ({
  kind: 'issue',
  issueId,
  projectId,
});

export const ofItem = ({ type, id }: Item): HintTarget => ({ kind: 'align', ref: { type, id } });

/** An invocation that ends where it is told to. */
class CutOff extends Invocation {
  private spent = false;

  constructor(
    world: World,
    private readonly cut: Cut,
  ) {
    super(world.nextRun(), 'scene', world);
    this.crashes = false;
    this.faulty = false;
  }

  override async call<T>(call: Call<T>): Promise<T> {
    const name = `${call.target} ${call.name}`;
    const { before, after, unanswered } = this.cut;
    if (!this.spent && before?.test(name) === true) {
      this.kill();
      return super.call(call);
    }
    const answer = await super.call(call);
    if (this.spent) return answer;
    if (after?.test(name) === true) {
      this.kill();
      return super.call(call);
    }
    if (unanswered?.test(name) === true) {
      this.spent = true;
      const side = call.target === 'jira' ? 'jira' : 'align';
      throw new UnavailableError(side, { code: 'LOST', message: 'Lost.', remedy: 'Wait.' }, true);
    }
    return answer;
  }
}
