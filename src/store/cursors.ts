import type { Cursor, CursorStore } from '../domain/ports/store';
import { stored, type Kvs } from './kvs';

export function cursorStore(kvs: Kvs): CursorStore {
  const key = (name: string) => `cursor:${name}`;
  return {
    async get(name) {
      return (await stored('read a cursor', () => kvs.get<Cursor>(key(name)))) ?? null;
    },
    async put(name, cursor) {
      await stored('save a cursor', () => kvs.set(key(name), cursor));
    },
  };
}
