import type { AlignType, FieldName } from '../../../src/contract/common';
import type { AlignItem, AlignLink, AlignMore } from '../../../src/domain/align-item';
import { ALIGN_TYPES, hasField } from '../../../src/domain/align-type';
import { NotFoundError, RejectedError } from '../../../src/domain/errors';
import { codecOf } from '../../../src/domain/fields';
import type { AlignPort, AlignValues, NewAlignItem } from '../../../src/domain/ports/align';
import type { Invocation } from '../engine/invocation';
import { itemKey } from '../ledger';
import { alignUsers, APP } from '../people';
import type { World } from '../world';
import { WITH_POINTS } from './jira';
import { keptHtml } from './kept-html';

/** The properties of the model's items that the app writes. */
export type AlignProperty = keyof typeof ALIGN_FIELD;

export interface Item extends Record<Exclude<AlignProperty, 'tags'>, unknown> {
  type: AlignType;
  id: number;
  title: string;
  description: string | null;
  state: number | null;
  ownerUid: string | null;
  tags: readonly string[];
  points: number | null;
  parentId: number | null;
  programId: number | null;
  updatedMs: number | null;
  updatedBy: string | null;
  createdMs: number;
  createdBy: string;
  removed: boolean;
  gone: boolean;
  links: AlignLink[];
  foreignKey: string | null;
  /** Align never fills this item's `lastUpdatedDate`. */
  undated: boolean;
  /** Until when a filter by date still sees the item as it was. */
  listedAt: number;
  listedUpdatedMs: number | null;
  createdStep: number;
}

export const ALIGN_FIELD = {
  title: 'title',
  description: 'description',
  state: 'state',
  ownerUid: 'owner',
  tags: 'labels',
  points: 'points',
  parentId: 'parent',
} as const satisfies Partial<Record<keyof AlignItem | keyof AlignMore, FieldName>>;

/** Jira Align: items of all types, without a changelog and without conditional writes. */
export class AlignModel {
  readonly items = new Map<string, Item>();
  /** Numbers of one type mean nothing for another, and often are the same. */
  private readonly nextId = new Map<AlignType, number>();

  constructor(private readonly world: World) {}

  live(): Item[] {
    return [...this.items.values()].filter(({ removed, gone }) => !removed && !gone);
  }

  get(type: AlignType, id: number): Item | null {
    const item = this.items.get(itemKey(type, id));
    return item === undefined || item.gone ? null : item;
  }

  /** The item as the app reads it. */
  view(item: Item): AlignItem {
    const { type, id, title, description, state, ownerUid, points, parentId, programId } = item;
    const { updatedBy, createdBy, removed, foreignKey, links, tags } = item;
    return {
      type,
      id,
      title,
      description,
      state,
      ownerUid,
      tags: tags
        .join(',')
        .split(',')
        .filter((tag) => tag.trim() !== ''),
      points,
      parentId,
      programId,
      updated: this.date(item.updatedMs),
      updatedBy,
      created: this.date(item.createdMs),
      createdBy,
      removed,
      links: ALIGN_TYPES[type].links ? links.map((link) => ({ ...link })) : null,
      customFields: {},
      foreignKey,
      more: {},
    };
  }

  create(by: string, type: AlignType, programId: number | null, values: AlignValues): Item {
    const { world } = this;
    const id = this.nextId.get(type) ?? 501;
    this.nextId.set(type, id + 1);
    const now = world.scheduler.now + world.shape.skew.align;
    const { updatedDate } = world.shape;
    const item: Item = {
      type,
      id,
      title: '',
      description: null,
      state: ALIGN_TYPES[type].states.find(({ value }) => value >= 1)?.value ?? 1,
      ownerUid: null,
      tags: [],
      points: null,
      parentId: null,
      programId: ALIGN_TYPES[type].hasProgram ? programId : null,
      updatedMs: updatedDate === 'always' ? now : null,
      updatedBy: updatedDate === 'always' ? by : null,
      createdMs: now,
      createdBy: by,
      removed: false,
      gone: false,
      links: [],
      foreignKey: null,
      undated: updatedDate === 'never for some' && world.random.chance(0.5),
      listedAt: 0,
      listedUpdatedMs: null,
      createdStep: world.scheduler.steps,
    };
    this.lag(item, null);
    this.assign(item, values);
    this.items.set(itemKey(type, id), item);
    world.ledger.effects += 1;
    return item;
  }

  /** Sets properties. @returns those that changed */
  edit(item: Item, by: string, values: AlignValues): AlignProperty[] {
    const names = Object.keys(values) as AlignProperty[];
    const before = names.map((name) => JSON.stringify(item[name]));
    this.assign(item, values);
    const changed = names.filter((name, i) => JSON.stringify(item[name]) !== before[i]);
    if (changed.length > 0) this.touch(item, by);
    return changed;
  }

  touch(item: Item, by: string): void {
    if (item.undated) return;
    this.lag(item, item.updatedMs);
    item.updatedMs = this.world.scheduler.now + this.world.shape.skew.align;
    item.updatedBy = by;
  }

  keys(item: Item): Record<string, string> {
    const view = this.view(item);
    return Object.fromEntries(
      Object.values(ALIGN_FIELD).map((field) => {
        const { align } = codecOf(field, WITH_POINTS);
        return [field, align.stamp(align.read(view), item.type).key];
      }),
    );
  }

  shown(item: Item, field: FieldName): string {
    const { align } = codecOf(field, WITH_POINTS);
    return align.stamp(align.read(this.view(item)), item.type).shown?.text ?? '';
  }

  port(run: Invocation): AlignPort {
    const { world } = this;
    const read = <T>(name: string, effect: () => T) =>
      run.call({ target: 'align', name, write: false, effect });
    const write = <T>(name: string, effect: () => T) =>
      run.call({
        target: 'align',
        name,
        write: true,
        mayBeLate: true,
        effect: () => {
          world.ledger.writeCalls += 1;
          return effect();
        },
      });
    return {
      readItem: ({ type, id }) =>
        read(`readItem ${type}:${id}`, () => {
          const item = this.get(type, id);
          if (item === null) return null;
          this.noteRead(run, item);
          return this.view(item);
        }),
      createItem: (type, draft) =>
        write(`createItem ${type} for ${draft.issueKey}`, () => this.createByApp(run, type, draft)),
      updateItem: ({ type, id }, values) =>
        write(`updateItem ${type}:${id} ${Object.keys(values).join()}`, () => {
          const item = this.require(type, id);
          this.refuse(type, values);
          this.editByApp(run, item, values);
        }),
      addLink: ({ type, id }, link) =>
        write(`addLink ${type}:${id}`, () => {
          const item = this.require(type, id);
          if (world.shape.links === 'refused') throw rejected({}, 'links are read only');
          if (world.shape.links === 'forgotten') return;
          item.links.push({ ...link });
          world.ledger.effects += 1;
          this.touch(item, APP.align.uid);
        }),
      removeLink: ({ type, id }, url) =>
        write(`removeLink ${type}:${id}`, () => {
          const item = this.require(type, id);
          const left = item.links.filter((link) => link.url !== url);
          if (left.length === item.links.length) return;
          item.links = left;
          world.ledger.effects += 1;
          this.touch(item, APP.align.uid);
        }),
      cancelItem: ({ type, id }) =>
        write(`cancelItem ${type}:${id}`, () => this.removeByApp(type, id)),
      recycleItem: ({ type, id }) =>
        write(`recycleItem ${type}:${id}`, () => this.removeByApp(type, id)),
      moveToProgram: ({ type, id }, programId) =>
        write(`moveToProgram ${type}:${id}`, () => {
          const item = this.require(type, id);
          if (item.programId === programId) return;
          item.programId = programId;
          world.ledger.effects += 1;
          this.touch(item, APP.align.uid);
        }),
      listItems: ({ type, programIds, changedSince, afterId = 0, top, skip = 0 }) =>
        read(`listItems ${type}`, () => {
          if (top > 100) world.ledger.violate('P12 limits', `a page of ${top} items`);
          const since = changedSince === undefined ? -Infinity : Date.parse(changedSince);
          return [...this.items.values()]
            .filter((item) => !item.gone && item.type === type && item.id > afterId)
            .filter(
              ({ programId }) =>
                programId === null || programIds.length === 0 || programIds.includes(programId),
            )
            .filter((item) => this.listed(item, since))
            .sort((a, b) => a.id - b.id)
            .slice(skip, skip + top)
            .map((item) => this.view(item));
        }),
      findCreated: ({ type, title, createdBy, since }) =>
        read(`findCreated ${type} "${title ?? '*'}"`, () =>
          [...this.items.values()]
            .filter((item) => !item.gone && item.type === type)
            .filter((item) => title === undefined || item.title === title)
            .filter((item) => item.createdBy === createdBy && item.createdMs >= Date.parse(since))
            .filter(
              ({ createdMs }) =>
                createdMs - world.shape.skew.align + world.shape.lag.alignSearch <=
                world.scheduler.now,
            )
            .map((item) => this.view(item)),
        ),
      findUsers: (by) => read('findUsers', () => alignUsers(by)),
      listChoices: (kind) => read(`listChoices ${kind}`, () => []),
      listPrograms: () =>
        read('listPrograms', () =>
          world.mappings.map(({ programId, programName }) => ({
            id: programId,
            title: programName,
          })),
        ),
    };
  }

  /** A filter by date follows a change after a while, and not in the order of the changes. */
  private lag(item: Item, before: number | null): void {
    const { random, scheduler, shape } = this.world;
    if (shape.lag.alignList === 0) return;
    if (item.listedAt <= scheduler.now) item.listedUpdatedMs = before;
    item.listedAt = scheduler.now + random.int(0, shape.lag.alignList);
  }

  private listed(
    { updatedMs, createdMs, listedAt, listedUpdatedMs }: Item,
    since: number,
  ): boolean {
    if (since === -Infinity) return true;
    const { now } = this.world.scheduler;
    const isNew = listedAt > now && listedUpdatedMs === null && updatedMs === createdMs;
    const updated = listedAt > now ? listedUpdatedMs : updatedMs;
    return (updated ?? -1) >= since || (!isNew && createdMs >= since);
  }

  private createByApp(run: Invocation, type: AlignType, draft: NewAlignItem) {
    const { ledger, scheduler, shape } = this.world;
    this.refuse(type, draft.values);
    if (ALIGN_TYPES[type].parentRequired && draft.values.parentId == null) {
      throw rejected({ storyId: 'required' }, 'storyId is required');
    }
    const item = this.create(APP.align.uid, type, draft.programId, draft.values);
    const takesLink = ALIGN_TYPES[type].links && draft.link !== null && shape.links === 'kept';
    if (takesLink && draft.link !== null) item.links.push({ ...draft.link });
    ledger.creations.push({
      step: scheduler.steps,
      run: run.id,
      side: 'align',
      item: itemKey(type, item.id),
      origin: draft.issueKey,
      unheard: false,
      noted: false,
    });
    this.noteRead(run, item);
    const idOnly = shape.created === 'id only';
    return {
      id: item.id,
      item: idOnly ? null : this.view(item),
      linkKept: idOnly ? null : takesLink,
    };
  }

  private editByApp(run: Invocation, item: Item, values: AlignValues): void {
    const { ledger, scheduler } = this.world;
    const names = Object.keys(values) as AlignProperty[];
    const before = names.map((name) => this.shown(item, ALIGN_FIELD[name]));
    const beforeKeys = this.keys(item);
    this.edit(item, APP.align.uid, values);
    const keys = this.keys(item);
    const read = run.reads.get(`align ${itemKey(item.type, item.id)}`);
    if (names.some((n) => keys[ALIGN_FIELD[n]] !== beforeKeys[ALIGN_FIELD[n]])) ledger.effects += 1;
    names.forEach((name, i) => {
      const field = ALIGN_FIELD[name];
      ledger.writes.push({
        step: scheduler.steps,
        run: run.id,
        side: 'align',
        item: itemKey(item.type, item.id),
        field,
        readAt: read?.step ?? 0,
        before: before[i] ?? '',
        beforeRead: read?.values[field] ?? null,
        after: this.shown(item, field),
        afterKey: keys[field] ?? '',
        changed: keys[field] !== beforeKeys[field],
        unheard: false,
        late: false,
      });
    });
  }

  private removeByApp(type: AlignType, id: number): void {
    const item = this.require(type, id);
    if (item.removed) return;
    item.removed = true;
    this.world.ledger.effects += 1;
    this.world.ledger.removals.push({ side: 'align', item: itemKey(type, id) });
    this.touch(item, APP.align.uid);
  }

  private noteRead(run: Invocation, item: Item): void {
    const values = Object.fromEntries(
      Object.values(ALIGN_FIELD).map((field) => [field, this.shown(item, field)]),
    );
    const step = this.world.scheduler.steps;
    run.reads.set(`align ${itemKey(item.type, item.id)}`, { step, values });
  }

  private assign(item: Item, values: AlignValues): void {
    for (const [name, value] of Object.entries(values)) {
      Object.assign(item, { [name]: kept(this.world, name, value) });
    }
  }

  private require(type: AlignType, id: number): Item {
    const item = this.get(type, id);
    if (item !== null) return item;
    throw new NotFoundError('align', {
      code: 'ALIGN_NOT_FOUND',
      message: `No ${type} ${id}.`,
      remedy: 'Check that it exists.',
    });
  }

  private refuse(type: AlignType, values: AlignValues): void {
    for (const name of Object.keys(values) as AlignProperty[]) {
      if (!hasField(type, ALIGN_FIELD[name])) {
        this.world.ledger.violate('P12 limits', `${type} has no ${name}`);
      }
    }
    const { refused } = this.world.windows;
    const named = Object.keys(values).filter((name) => refused.align.has(name));
    if (named.length === 0) return;
    const said = Object.fromEntries(named.map((name) => [name, 'is not valid']));
    throw rejected(this.world.shape.namesRefusals ? said : {}, 'not valid');
  }

  private date(ms: number | null): string | null {
    if (ms === null) return null;
    const kept = this.world.shape.wholeSeconds ? Math.floor(ms / 1000) * 1000 : ms;
    return new Date(kept).toISOString();
  }
}

function kept(world: World, name: string, value: unknown): unknown {
  if (name === 'tags') return (value as string[]).join(',').split(',').filter(Boolean);
  if (name !== 'description') return value;
  return keptHtml(world.shape.html, value === '' ? '<p></p>' : (value as string | null));
}

function rejected(fields: Record<string, string>, said: string): RejectedError {
  const words = { code: 'ALIGN_REJECTED', message: 'Refused.', remedy: 'Correct it.' };
  return new RejectedError('align', words, fields, said);
}
