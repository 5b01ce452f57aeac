import { displayName } from '../dto/display-names';
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { Json, JsonObject } from '../json';
import type { AuditEntry, AuditLog } from './audit-log';
import { completeCustomFields } from './custom-fields';
import { blankFields, copyItem, type AlignItem, type Via } from './item';
import type { Organisation } from './organisation';
import type { People } from './people';
import { referenceProblems } from './references';
import { NoSuchItem, Refusal } from './refusal';
import { stateStamps } from './state-stamps';
import type { Tokens } from './tokens';
import type { VendorConnector } from './vendor-connector';
import { missingProblems, typeProblems } from './validate';

/** What a world is made of at its start. */
export interface WorldParts {
  people: People;
  organisation: Organisation;
  tokens: Tokens;
  connector?: VendorConnector | undefined;
  audit: AuditLog;
  items: AlignItem[];
  /** Last id given out per sequence; a sequence without one starts at 1. */
  lastIds: Record<string, number>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** A line of the history with the names a person reads. */
export interface ReadableAuditEntry extends AuditEntry {
  /** "Kai Lund", or "External System (…)" for a write through the API. */
  who: string;
  /** Display name of the property. */
  label: string | null;
}

/**
 * The state of a Jira Align site. Everything that happens to an item passes through here, whoever
 * does it: a page, the REST API, a test. Items handed out are copies.
 */
export class AlignWorld {
  readonly people: People;
  readonly organisation: Organisation;
  readonly tokens: Tokens;
  /** The vendor's own connector, when the site has one. */
  readonly connector: VendorConnector | undefined;
  /** Requests a minute before the API answers 429; undefined switches the limit off. */
  readonly limits: { requestsPerMinute?: number } = { requestsPerMinute: 600 };
  /** Rises with every change to any item. */
  version = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: WorldParts) {
    this.people = parts.people;
    this.organisation = parts.organisation;
    this.tokens = parts.tokens;
    this.connector = parts.connector;
  }

  /** Time of the world, milliseconds since the epoch. */
  now(): number {
    return this.parts.now();
  }

  /** Items of a type by id, recycled ones too. */
  items(type: ItemType): AlignItem[] {
    const ofType = this.parts.items.filter((item) => item.type === type);
    return ofType.sort((a, b) => a.id - b.id).map(copyItem);
  }

  /** One item, recycled or not. */
  item(type: ItemType, id: number): AlignItem | undefined {
    const found = this.find(type, id);
    return found && copyItem(found);
  }

  /**
   * Creates an item. A page asks for a title only; the API demands the mandatory properties.
   * @param fields REST names and values
   * @param uid who creates it
   * @throws {Refusal} for a wrong, unknown or missing property
   */
  create(type: ItemType, fields: JsonObject, uid: string, via: Via = 'page'): AlignItem {
    this.check(type, fields);
    const missing = missingProblems(type, fields, via === 'page' ? ['title'] : undefined);
    if (missing.length > 0) throw new Refusal(missing);
    const at = this.iso();
    const item: AlignItem = {
      type,
      id: this.nextId(type),
      fields: blankFields(type),
      recycled: false,
      version: 0,
    };
    const firstState = Number(Object.keys(ITEM_TYPES[type].states)[0]);
    const state = typeof fields.state === 'number' ? fields.state : firstState;
    Object.assign(item.fields, { description: '' }, this.complete(fields), { state });
    if (type === 'epic') item.fields.customFields = this.customFields(fields.customFields ?? []);
    Object.assign(item.fields, { id: item.id, createDate: at, createdBy: uid });
    Object.assign(item.fields, this.known(type, stateStamps(item, state, at, uid)));
    this.parts.items.push(item);
    this.note(item, { at, uid, via, action: 'created', field: null, from: null, to: null });
    this.changed(item);
    return copyItem(item);
  }

  /**
   * Changes properties of an item. Values that are the same already leave no trace.
   * @throws {NoSuchItem | Refusal}
   */
  edit(type: ItemType, id: number, fields: JsonObject, uid: string, via: Via = 'page'): AlignItem {
    const item = this.mustFind(type, id);
    this.check(type, fields);
    const blanked = missingProblems(type, fields, Object.keys(fields));
    if (blanked.length > 0 && via === 'api') throw new Refusal(blanked);
    const complete = this.complete(fields);
    const touched = Object.keys(complete).filter(
      (field) => JSON.stringify(complete[field]) !== JSON.stringify(item.fields[field] ?? null),
    );
    if (touched.length === 0) return copyItem(item);
    const at = this.nextUpdate(item);
    for (const field of touched) {
      const [from, to] = [item.fields[field] ?? null, complete[field] ?? null];
      item.fields[field] = to;
      this.note(item, { at, uid, via, action: 'updated', field, from, to });
      if (field === 'state' && typeof to === 'number') {
        Object.assign(item.fields, this.known(type, stateStamps(item, to, at, uid)));
      }
    }
    // Linking a feature to its epic leaves lastUpdatedDate alone, as OpsHub's connector found.
    const isBareLink = type === 'feature' && touched.length === 1 && touched[0] === 'parentId';
    if (!isBareLink) this.stampUpdate(item, at, uid);
    this.changed(item);
    return copyItem(item);
  }

  /** Puts an item into the recycle bin. @throws {NoSuchItem} */
  recycle(type: ItemType, id: number, uid: string, via: Via = 'page'): AlignItem {
    return this.setRecycled(type, id, uid, via, true);
  }

  /** Takes an item out of the recycle bin. @throws {NoSuchItem} */
  restore(type: ItemType, id: number, uid: string, via: Via = 'page'): AlignItem {
    return this.setRecycled(type, id, uid, via, false);
  }

  /** Cancels an item, or takes that back. @throws {NoSuchItem | Refusal} also for defects and tasks */
  cancel(type: ItemType, id: number, uid: string, canceled = true): AlignItem {
    return this.edit(type, id, { isCanceled: canceled || null }, uid);
  }

  /** Deletes an item for good: the API answers 404 from now on. @throws {NoSuchItem} */
  delete(type: ItemType, id: number): void {
    const item = this.mustFind(type, id);
    this.parts.items.splice(this.parts.items.indexOf(item), 1);
    this.changed(item);
  }

  /** History of an item, newest first. */
  auditLog(type: ItemType, id: number): ReadableAuditEntry[] {
    return this.parts.audit.of(type, id).map((entry) => {
      const name = this.people.nameOf(entry.uid);
      return {
        ...entry,
        who: entry.via === 'api' ? `External System (${name})` : name,
        label: entry.field && displayName(type, entry.field),
      };
    });
  }

  /** Calls back after every change. Returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Everything that must survive a restart. */
  toJSON(): Json {
    const { items, lastIds, audit, tokens, people } = this.parts;
    const state = {
      items,
      lastIds,
      audit: audit.all(),
      tokens: tokens.all(),
      people: people.all(),
    };
    return structuredClone(state) as unknown as Json;
  }

  private find(type: ItemType, id: number): AlignItem | undefined {
    return this.parts.items.find((item) => item.type === type && item.id === id);
  }

  private mustFind(type: ItemType, id: number): AlignItem {
    const item = this.find(type, id);
    if (!item) throw new NoSuchItem(`There is no ${type} ${id}`);
    return item;
  }

  private check(type: ItemType, fields: JsonObject): void {
    const wrong = typeProblems(type, fields);
    const problems = wrong.length > 0 ? wrong : referenceProblems(type, fields, this);
    if (problems.length > 0) throw new Refusal(problems);
  }

  /** Values as they are kept: every link and every custom field's value has an id. */
  private complete(fields: JsonObject): JsonObject {
    const complete = structuredClone(fields);
    if (Array.isArray(complete.links)) {
      complete.links = complete.links.map((link) => {
        const given = link as JsonObject;
        return { ...given, id: given.id ?? this.nextId('link') };
      });
    }
    if (Array.isArray(complete.customFields)) {
      complete.customFields = this.customFields(complete.customFields);
    }
    return complete;
  }

  private customFields(given: Json): Json {
    return completeCustomFields(Array.isArray(given) ? given : [], () => this.nextId('value'));
  }

  private known(type: ItemType, fields: JsonObject): JsonObject {
    const { properties } = ITEM_TYPES[type].shape;
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name in properties));
  }

  private setRecycled(
    type: ItemType,
    id: number,
    uid: string,
    via: Via,
    recycled: boolean,
  ): AlignItem {
    const item = this.mustFind(type, id);
    if (item.recycled === recycled) return copyItem(item);
    const at = this.nextUpdate(item);
    const action = recycled ? 'recycled' : 'restored';
    item.recycled = recycled;
    this.note(item, { at, uid, via, action, field: null, from: null, to: null });
    this.stampUpdate(item, at, uid);
    this.changed(item);
    return copyItem(item);
  }

  private stampUpdate(item: AlignItem, at: string, uid: string): void {
    Object.assign(item.fields, this.known(item.type, { lastUpdatedDate: at, lastUpdatedBy: uid }));
  }

  /** Now, or one millisecond after the item's last change when the clock has not moved on. */
  private nextUpdate(item: AlignItem): string {
    const last = Date.parse(String(item.fields.lastUpdatedDate ?? item.fields.createDate));
    return new Date(Math.max(this.now(), last + 1)).toISOString();
  }

  private note(item: AlignItem, entry: Omit<AuditEntry, 'id' | 'type' | 'itemId'>): void {
    this.parts.audit.add({ type: item.type, itemId: item.id, ...entry });
  }

  private nextId(sequence: string): number {
    const next = (this.parts.lastIds[sequence] ?? 0) + 1;
    this.parts.lastIds[sequence] = next;
    return next;
  }

  private iso(): string {
    return new Date(this.now()).toISOString();
  }

  private changed(item: AlignItem): void {
    item.version += 1;
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
