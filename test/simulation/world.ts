import { parse } from 'yaml';
import { KvsStore } from '../../sandbox/host/kvs/store';
import type { DeclaredEntity } from '../../sandbox/host/manifest';
import type { ProjectMapping } from '../../src/contract/mapping';
import { Faults, type Fault } from './engine/faults';
import { Random } from './engine/random';
import { Scheduler } from './engine/scheduler';
import { Ledger } from './ledger';
import { AlignModel } from './models/align';
import { EventModel } from './models/events';
import { JiraModel } from './models/jira';
import { QueueModel } from './models/queue';
import { drawMapping, drawShape, type Shape } from './shape';

/** The app's clock at the beginning of every run. */
const BEGIN = Date.parse('2026-03-02T08:00:00.000Z');

export const SITE = 'acme.jiraalign.com';
export const JIRA_URL = 'https://acme.atlassian.net';
/** Must never be seen outside the secrets. */
export const TOKEN = 'user:2001|s3cret-that-nobody-may-see';

export interface Options {
  seed: number;
  /** `storage.entities` of the manifest. */
  entities: DeclaredEntity[];
  trace?: boolean;
  off?: readonly Fault[];
}

/** Times until which something is out of order. */
interface Windows {
  outage: { jira: number; align: number };
  tokenRevoked: boolean;
  jiraForbids: number;
  /** Fields that a side refuses, under the side's own names. */
  refused: { jira: Set<string>; align: Set<string> };
}

/** One simulated world: both applications, the platform, and what has been seen of them. */
export class World {
  readonly random: Random;
  readonly scheduler = new Scheduler(BEGIN);
  readonly shape: Shape;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly store: KvsStore;
  readonly jira: JiraModel;
  readonly align: AlignModel;
  readonly queue: QueueModel;
  readonly events: EventModel;
  readonly mappings: ProjectMapping[];
  readonly windows: Windows = {
    outage: { jira: 0, align: 0 },
    tokenRevoked: false,
    jiraForbids: 0,
    refused: { jira: new Set(), align: new Set() },
  };
  /** Lets a person do something at once. Null while nobody would. */
  stepIn: (() => void) | null = null;
  /** What a person has switched off, and at which step, see `switches.ts`. */
  readonly switchedOff = new Map<string, number>();
  /** Projects that were paused at some time. */
  readonly everPaused = new Set<string>();
  /** Mapping rules that were changed during the run. */
  readonly ruleChanges: { step: number; projectId: string }[] = [];
  private runs = 0;

  constructor({ seed, entities, trace = false, off = [] }: Options) {
    this.random = new Random(seed);
    this.shape = drawShape(this.random, seed);
    this.faults = new Faults(this.random, off);
    this.ledger = new Ledger(this.scheduler2(), trace);
    const clock = { now: () => this.scheduler.now, after: () => () => undefined };
    this.store = new KvsStore({ entities, clock, queryLagMs: this.shape.lag.index });
    this.mappings = Array.from({ length: this.shape.projects }, (_, index) =>
      drawMapping(this.random, index + 1),
    );
    this.jira = new JiraModel(this);
    this.align = new AlignModel(this);
    this.queue = new QueueModel(this);
    this.events = new EventModel(this);
  }

  nextRun(): number {
    this.runs += 1;
    return this.runs;
  }

  iso(skew = 0): string {
    return new Date(this.scheduler.now + skew).toISOString();
  }

  private scheduler2() {
    return this.scheduler;
  }
}

/** The entities that a manifest declares, as the store wants them. */
export function entitiesIn(manifest: string): DeclaredEntity[] {
  const { app } = parse(manifest) as {
    app: {
      storage: {
        entities: {
          name: string;
          attributes: DeclaredEntity['attributes'];
          indexes?: DeclaredEntity['indexes'];
        }[];
      };
    };
  };
  return app.storage.entities.map(({ indexes = [], ...entity }) => ({ ...entity, indexes }));
}
