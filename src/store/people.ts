import type { PeopleStore, Person } from '../domain/ports/store';
import { sha256 } from '../domain/stamp';
import { stored, type Kvs } from './kvs';
import { peopleTable } from './people-table';

const PERSON = 'person';

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
  const write = async (key: string, record: Person) => {
    await stored('save a person', () => kvs.entity<Row>(PERSON).set(key, { record }));
  };
  return {
    byUid: (uid) => read(uidKey(uid)),
    byEmailHash: (hash) => read(emailKey(hash)),
    put: (person) => write(uidKey(person.uid), person),
    putByEmailHash: (hash, person) => write(emailKey(hash), person),
    ...peopleTable(kvs),
  };
}
