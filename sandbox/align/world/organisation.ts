import type { JsonObject } from '../json';

/** A resource that the stand-in serves but that nobody edits. */
export type ReferenceKind =
  'program' | 'portfolio' | 'team' | 'release' | 'iteration' | 'product' | 'vehicle' | 'connector';

/** A record of one of these: its id, its title or name, and what else it holds. */
export interface ReferenceRecord extends JsonObject {
  id: number;
}

/** Programs, portfolios, teams, program increments, iterations, products, connectors. */
export class Organisation {
  constructor(private readonly records: Record<ReferenceKind, ReferenceRecord[]>) {}

  /** All records of a kind. */
  all(kind: ReferenceKind): readonly ReferenceRecord[] {
    return this.records[kind];
  }

  /** One record. */
  find(kind: ReferenceKind, id: unknown): ReferenceRecord | undefined {
    return this.records[kind].find((record) => record.id === id);
  }

  /** Adds a record, or replaces the one with the same id. */
  put(kind: ReferenceKind, record: ReferenceRecord): void {
    this.records[kind] = [...this.records[kind].filter(({ id }) => id !== record.id), record];
  }

  /** What to call a record: its title, or a team's name. */
  titleOf(kind: ReferenceKind, id: unknown): string | undefined {
    const record = this.find(kind, id);
    const title = record?.title ?? record?.name;
    return typeof title === 'string' ? title : undefined;
  }
}
