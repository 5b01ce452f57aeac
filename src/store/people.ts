import type { PeopleStore, Person } from '../domain/ports/store';
import { sha256 } from '../domain/stamp';
import { stored, type Kvs } from './kvs';

const PERSON = 'person';
const BATCH = 24;

/** A uid may hold characters that a storage key may not. */
const uidKey = (uid: string) => `uid:${sha256(uid)}`;
const emailKey = (hash: string) => `mail:${hash}`;

interface Row {
  record: Person;
}

/** Keeps e-mail addresses as hashes only. */
export function peopleStore(kvs: Kvs): PeopleStore {
  const read = async (key: string) => {
    const row = await stored('read a person', () => kvs.entity<Row>(PERSON).get(key));
    return row?.record ?? null;
  };
  return {
    byUid: (uid) => read(uidKey(uid)),
    byEmailHash: (hash) => read(emailKey(hash)),
    async put(people) {
      const rows = people.flatMap((person) => [
        { key: uidKey(person.uid), value: { record: person }, entityName: PERSON },
        ...(person.emailHash === null
          ? []
          : [{ key: emailKey(person.emailHash), value: { record: person }, entityName: PERSON }]),
      ]);
      for (let from = 0; from < rows.length; from += BATCH) {
        const part = rows.slice(from, from + BATCH);
        const { failedKeys } = await stored('save people', () => kvs.batchSet(part));
        for (const { key } of failedKeys) {
          const row = part.find((candidate) => candidate.key === key);
          if (row !== undefined) {
            await stored('save a person', () => kvs.entity(PERSON).set(key, row.value));
          }
        }
      }
    },
  };
}
