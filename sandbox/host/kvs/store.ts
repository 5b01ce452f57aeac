import type { Clock } from '../clock';
import type { DeclaredEntity } from '../manifest';
import { Entities } from './entities';
import { KvsFailure } from './failure';
import { checkKey } from './limits';
import { type Page, queryEntity, queryPlain } from './query';
import type { EntityQuery, PlainQuery, SetOptions, Transaction } from './requests';
import { type Row, Rows, type Space } from './rows';
import { runTransaction } from './transactions';
import { checkStorable, ttlSeconds } from './values';

export interface KvsStoreOptions {
  entities: DeclaredEntity[];
  clock: Clock;
  /** How far queries lag behind writes, milliseconds. 0 = queries are strongly consistent. */
  queryLagMs?: number;
  /** Told after every write which space changed. */
  onChange?: (space: Space) => void;
}

/**
 * Forge storage of one installation: plain values, secrets and custom entities. Every method throws
 * KvsFailure for what the service would refuse.
 */
export class KvsStore {
  readonly rows: Rows;
  readonly entities: Entities;

  constructor(options: KvsStoreOptions) {
    this.rows = new Rows(options.clock, options.queryLagMs ?? 0, options.onChange);
    this.entities = new Entities(options.entities);
  }

  /** Strongly consistent. @throws KvsFailure KEY_NOT_FOUND (404). */
  get(space: Space, key: string): Row {
    this.checkPlace(space, key);
    const row = this.rows.get(space, key);
    if (!row) throw notFound(key);
    return row;
  }

  /**
   * Stores a value; answers a row when `returnValue` asks for one that exists.
   * @throws KvsFailure KEY_CONFLICT (409) when `keyPolicy` is FAIL_IF_EXISTS and the key exists.
   */
  set(space: Space, key: string, value: unknown, options: SetOptions = {}): Row | undefined {
    this.checkPlace(space, key);
    checkStorable(this.entities, space, value);
    const seconds = ttlSeconds(options.ttl);
    if (options.keyPolicy === 'FAIL_IF_EXISTS' && this.rows.get(space, key)) {
      throw new KvsFailure(409, 'KEY_CONFLICT', `The key ${key} exists already.`);
    }
    const { before, after } = this.rows.put(space, key, value, seconds);
    if (options.returnValue === 'PREVIOUS') return before;
    return options.returnValue === 'LATEST' ? after : undefined;
  }

  /** @throws KvsFailure KEY_NOT_FOUND (404), which @forge/kvs swallows. */
  delete(space: Space, key: string): void {
    this.checkPlace(space, key);
    if (!this.rows.delete(space, key)) throw notFound(key);
  }

  queryPlain(query: PlainQuery): Page {
    return queryPlain(this.rows, query);
  }

  queryEntity(query: EntityQuery): Page {
    return queryEntity(this.rows, this.entities, query);
  }

  transact(request: Transaction): void {
    runTransaction(this.rows, this.entities, request);
  }

  private checkPlace(space: Space, key: string): void {
    if (space.startsWith('entity:')) this.entities.find(space.slice('entity:'.length));
    checkKey(key);
  }
}

function notFound(key: string): KvsFailure {
  return new KvsFailure(404, 'KEY_NOT_FOUND', `There is no key ${key}.`);
}
