import type { ItemType } from '../item-types';
import type { Json } from '../json';
import type { Via } from './item';

/** One line of an item's history. */
export interface AuditEntry {
  id: number;
  type: ItemType;
  itemId: number;
  /** ISO time. */
  at: string;
  uid: string;
  via: Via;
  action: 'created' | 'updated' | 'recycled' | 'restored';
  /** REST name of the property, null for an action on the whole item. */
  field: string | null;
  from: Json;
  to: Json;
}

/** The history of all items. Nothing is ever removed from it. */
export class AuditLog {
  constructor(private readonly entries: AuditEntry[] = []) {}

  /** Appends a line. */
  add(entry: Omit<AuditEntry, 'id'>): void {
    this.entries.push({ id: this.entries.length + 1, ...entry });
  }

  /** Every line. */
  all(): readonly AuditEntry[] {
    return this.entries;
  }

  /** Lines of one item, newest first. */
  of(type: ItemType, itemId: number): AuditEntry[] {
    return this.entries.filter((entry) => entry.type === type && entry.itemId === itemId).reverse();
  }
}
