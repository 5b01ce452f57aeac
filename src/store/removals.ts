import type { RemovalStore, RemovalTally } from '../domain/ports/store';
import { isFirst, stored, type Kvs } from './kvs';

/** Counts are looked at for two hours. Forge may keep an expired record longer, which its key makes harmless. */
const KEPT = { ttl: { value: 3, unit: 'HOURS' } } as const;

const NOTHING: Readonly<RemovalTally> = { places: 0, pairs: 0 };

const pairKey = (hour: string, issueId: string) => `removal:${hour}:issue:${issueId}`;
const placeKey = (hour: string, place: number) => `removal:${hour}:place:${place}`;
const tallyKey = (hour: string) => `removal:${hour}:tally`;
const sinceKey = (projectId: string) => `removals-since:${projectId}`;

export function removalStore(kvs: Kvs): RemovalStore {
  const has = async (key: string) =>
    (await stored('read a removal', () => kvs.get<unknown>(key))) !== undefined;
  return {
    isCounted: (hour, issueId) => has(pairKey(hour, issueId)),
    async setCounted(hour, issueId) {
      await stored('count a removal', () => kvs.set(pairKey(hour, issueId), { v: 1 }, KEPT));
    },
    async takePlace(hour, place) {
      const options = { ...KEPT, keyPolicy: 'FAIL_IF_EXISTS' } as const;
      return isFirst('count a removal', () => kvs.set(placeKey(hour, place), { v: 1 }, options));
    },
    isTaken: (hour, place) => has(placeKey(hour, place)),
    async tally(hour) {
      const kept = await stored('read the count of removals', () =>
        kvs.get<RemovalTally>(tallyKey(hour)),
      );
      return kept ?? NOTHING;
    },
    async putTally(hour, tally) {
      await stored('note the count of removals', () => kvs.set(tallyKey(hour), tally, KEPT));
    },
    async countedSince(projectId) {
      const key = sinceKey(projectId);
      return (await stored('read since when', () => kvs.get<{ at: string }>(key)))?.at ?? '';
    },
    async countAnew(projectId, at) {
      await stored('count removals anew', () => kvs.set(sinceKey(projectId), { v: 1, at }));
    },
  };
}
