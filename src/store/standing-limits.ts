import type { StandingLimitStore } from '../domain/ports/store';
import type { StandingLimits } from '../domain/standing-limits';
import { stored, type Kvs } from './kvs';

const KEY = 'standing-limits';

interface Stored {
  v: 1;
  limits: StandingLimits;
}

export function standingLimitStore(kvs: Kvs): StandingLimitStore {
  return {
    async get() {
      return (await stored('read the limits', () => kvs.get<Stored>(KEY)))?.limits ?? {};
    },
    async put(limits) {
      await stored('save the limits', () => kvs.set<Stored>(KEY, { v: 1, limits }));
    },
  };
}
