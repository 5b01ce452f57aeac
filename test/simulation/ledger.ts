import type { AlignType, FieldName, Side } from '../../src/contract/common';
import type { AuditEntry } from '../../src/contract/history';

/** One field that a person set on one side. */
export interface HumanEdit {
  step: number;
  at: number;
  side: Side;
  /** Issue id, or `type:id` of an Align item. */
  item: string;
  field: FieldName;
  /** As history would show it. */
  shown: string;
  /** Identifies the value on its own side. */
  key: string;
}

/** One field that the app has changed on one side. */
export interface AppWrite {
  step: number;
  run: number;
  side: Side;
  item: string;
  field: FieldName;
  /** The step of the last read of the item in the same run; 0 when there was none. */
  readAt: number;
  before: string;
  beforeRead: string | null;
  after: string;
  afterKey: string;
  changed: boolean;
  /** The run never learnt that it took effect. */
  unheard: boolean;
  /** The request had been given up when it took effect. */
  late: boolean;
}

export interface AppCreation {
  step: number;
  run: number;
  side: Side;
  item: string;
  /** What it was made for: an issue key, or `type:id` of an Align item. */
  origin: string;
  /** The run never learnt that it took effect. */
  unheard: boolean;
  /** The item's number stands in the pair's record. */
  noted: boolean;
}

/** Everything a run has seen, for the properties to judge. */
export class Ledger {
  readonly edits: HumanEdit[] = [];
  readonly writes: AppWrite[] = [];
  readonly creations: AppCreation[] = [];
  /** Calls that may have written, and got no answer. */
  readonly unanswered: { step: number; name: string }[] = [];
  /** What the app has removed itself: an issue's id, or `type:id` of an Align item. */
  readonly removals: { side: Side; item: string }[] = [];
  /** Audit entries by the run that stored them. */
  readonly entries: { run: number; step: number; entry: AuditEntry }[] = [];
  readonly violations: { property: string; what: string }[] = [];
  readonly trace: string[] = [];
  /** Writes of any kind that changed something on a side: fields, links, marks, creations. */
  effects = 0;
  /** Calls that ask a side to change something, whether or not it did. */
  writeCalls = 0;
  humanActions = 0;
  overlaps = new Set<string>();
  deliveries = 0;
  staleDeliveries = 0;

  constructor(
    private readonly clock: { now: number; steps: number },
    private readonly tracing: boolean,
  ) {}

  violate(property: string, what: string): void {
    this.violations.push({ property, what });
    this.note(() => `!! ${property}: ${what}`);
  }

  /** Whether the run that made a write has stored what it did to the pair, after the write. */
  committed({ run, step }: AppWrite, pairId: string): boolean {
    return this.entries.some(
      (stored) =>
        stored.run === run &&
        stored.step >= step &&
        stored.entry.pairId === pairId &&
        stored.entry.outcome !== 'parked',
    );
  }

  note(line: () => string): void {
    if (!this.tracing) return;
    const time = new Date(this.clock.now).toISOString().slice(5, 23);
    this.trace.push(`${time} #${this.clock.steps} ${line()}`);
  }
}

export function itemKey(type: AlignType, id: number): string {
  return `${type}:${id}`;
}
