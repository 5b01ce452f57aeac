import type { Clock } from '../clock';

/** One stored value. Times are milliseconds since the epoch. */
export interface Row {
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expiresAt?: number;
}

/** Where a row lives: plain values and secrets apart, and one space per custom entity. */
export type Space = 'plain' | 'secret' | `entity:${string}`;

export const spaceOf = (entityName: string | undefined): Space =>
  entityName === undefined ? 'plain' : `entity:${entityName}`;

interface Change {
  at: number;
  space: Space;
  key: string;
  before: Row | undefined;
}

/**
 * The rows themselves. Reads by key see the last write. `asOf` gives the rows as they were
 * `lagMs` ago, for queries that are eventually consistent.
 * An expired row is gone at once; on Forge it may stay readable for up to 48 hours.
 */
export class Rows {
  private readonly spaces = new Map<Space, Map<string, Row>>();
  private changes: Change[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly lagMs: number,
    private readonly onChange: (space: Space) => void = () => undefined,
  ) {}

  get(space: Space, key: string): Row | undefined {
    const row = this.spaces.get(space)?.get(key);
    return row && !this.expired(row) ? row : undefined;
  }

  /** Stores a value and answers the row before and after. `ttlSeconds` absent = kept for ever. */
  put(space: Space, key: string, value: unknown, ttlSeconds?: number) {
    const now = this.clock.now();
    const before = this.get(space, key);
    const after: Row = { key, value, createdAt: before?.createdAt ?? now, updatedAt: now };
    if (ttlSeconds !== undefined) after.expiresAt = now + ttlSeconds * 1000;
    this.write(space, key, before, after);
    return { before, after };
  }

  /** Removes a row; false when there was none. */
  delete(space: Space, key: string): boolean {
    const before = this.get(space, key);
    this.write(space, key, before, undefined);
    return before !== undefined;
  }

  /** All live rows of a space as they were `lagMs` ago, in no particular order. */
  asOf(space: Space): Row[] {
    const view = new Map(this.spaces.get(space) ?? []);
    const cutoff = this.clock.now() - this.lagMs;
    this.changes = this.changes.filter((change) => change.at > cutoff);
    for (const change of this.changes.toReversed()) {
      if (change.space !== space) continue;
      if (change.before) view.set(change.key, change.before);
      else view.delete(change.key);
    }
    return [...view.values()].filter((row) => !this.expired(row));
  }

  /** Rows of the spaces that `wanted` picks, for a snapshot. */
  dump(wanted: (space: Space) => boolean): Record<string, Row[]> {
    const kept = [...this.spaces].filter(([space, rows]) => wanted(space) && rows.size > 0);
    return Object.fromEntries(kept.map(([space, rows]) => [space, [...rows.values()]]));
  }

  /** Puts back what `dump` gave. */
  restore(dump: Record<string, Row[]>): void {
    for (const [space, rows] of Object.entries(dump)) {
      this.spaces.set(space as Space, new Map(rows.map((row) => [row.key, row])));
    }
  }

  private expired(row: Row): boolean {
    return row.expiresAt !== undefined && row.expiresAt <= this.clock.now();
  }

  private write(space: Space, key: string, before: Row | undefined, after: Row | undefined): void {
    const rows = this.spaces.get(space) ?? new Map<string, Row>();
    this.spaces.set(space, rows);
    if (after) rows.set(key, after);
    else rows.delete(key);
    if (this.lagMs > 0) this.changes.push({ at: this.clock.now(), space, key, before });
    this.onChange(space);
  }
}
