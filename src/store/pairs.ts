import { Filter, FilterConditions, Sort, WhereConditions } from '@forge/kvs';
import { ConcurrentChangeError } from '../domain/errors';
import { itemName } from '../domain/audit-entry';
import { alignKey, type AlignRefRecord, type Intent, type Pair } from '../domain/pair';
import type { Commit, HeldRef, PairStore } from '../domain/ports/store';
import { auditKey, auditRow } from './audit';
import { isRefused, readMany, setIfAbsent, stored, type Kvs } from './kvs';
import { listNewestFirst, rowsByIndex } from './listing';

const PAIR = 'pair';
const ALIGN_REF = 'align-ref';
const INTENT = 'intent';
const AUDIT = 'audit';

/** Partition of the indexes that span all projects. */
const ALL = 'all';

interface PairRow {
  site: string;
  projectId: string;
  status: string;
  issueKey: string;
  changedAt: string;
  revision: number;
  record: Pair;
}

/** The index tells pairs with a refused field from the rest, so that they can be tried again without a search. */
const listedStatus = ({ status, refused }: Pair) =>
  status === 'paired' && Object.keys(refused).length > 0 ? 'attention' : status;

const pairRow = (pair: Pair, changedAt: string): PairRow => ({
  site: ALL,
  projectId: pair.projectId,
  status: listedStatus(pair),
  issueKey: pair.issueKey,
  changedAt,
  revision: pair.revision,
  record: pair,
});

const later = (iso: string) => new Date(Date.parse(iso) + 1).toISOString();

const intentRow = (intent: Intent) => ({ issueId: intent.issueId, record: intent });

interface RefRow {
  issueId: string;
  claim?: string;
  record: AlignRefRecord;
}

const refRow = (record: AlignRefRecord): RefRow => ({
  issueId: record.issueId ?? '',
  ...(record.claim === undefined ? {} : { claim: record.claim }),
  record,
});

/** Whether an item is still held by the attempt that claimed it. */
const stillHeld = ({ claim }: HeldRef) => ({
  entityName: ALIGN_REF,
  conditions: new Filter<RefRow>().and(
    'claim',
    claim === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(claim),
  ),
});

export function pairStore(kvs: Kvs, now: () => number): PairStore {
  const changedAt = () => new Date(now()).toISOString();

  return {
    async byIssue(issueId) {
      const row = await stored('read a pair', () => kvs.entity<PairRow>(PAIR).get(issueId));
      return row?.record ?? null;
    },

    async byIssues(issueIds) {
      const found = await readMany<PairRow>(kvs, 'read pairs', issueIds, PAIR);
      return new Map([...found].map(([issueId, { record }]) => [issueId, record]));
    },

    async alignRef(ref) {
      const row = await stored('read a reference', () =>
        kvs.entity<RefRow>(ALIGN_REF).get(alignKey(ref)),
      );
      return row?.record ?? null;
    },

    async alignRefs(refs) {
      const keys = refs.map(alignKey);
      const found = await readMany<RefRow>(kvs, 'read references', keys, ALIGN_REF);
      return new Map([...found].map(([key, { record }]) => [key, record]));
    },

    async begin(pair) {
      return setIfAbsent(kvs, PAIR, pair.issueId, pairRow(pair, changedAt()));
    },

    async claimAlignRef(ref, record) {
      return setIfAbsent(kvs, ALIGN_REF, alignKey(ref), refRow(record));
    },

    async renewAlignRef(ref, record, held) {
      const transaction = kvs.transact().set(alignKey(ref), refRow(record), stillHeld(held));
      if (await isRefused('renew a reference', transaction)) {
        throw new ConcurrentChangeError(itemName(ref.type, ref.id));
      }
    },

    async releaseAlignRef(ref, held) {
      const transaction = kvs.transact().delete(alignKey(ref), stillHeld(held));
      await isRefused('release a reference', transaction);
    },

    async intent(key) {
      const row = await stored('read an intent', () =>
        kvs.entity<{ record: Intent }>(INTENT).get(key),
      );
      return row?.record ?? null;
    },

    async claimIntent(key, intent) {
      return setIfAbsent(kvs, INTENT, key, intentRow(intent));
    },

    async renewIntent(key, intent) {
      await stored('renew an intent', () => kvs.entity(INTENT).set(key, intentRow(intent)));
    },

    async releaseIntent(key) {
      await stored('release an intent', () => kvs.entity(INTENT).delete(key));
    },

    async commit({ pair, alignRef, held = null, entries, endIntent }: Commit) {
      const transaction = kvs.transact();
      transaction.set(pair.issueId, pairRow(pair, changedAt()), {
        entityName: PAIR,
        // The first commit of an imported pair has nothing to compare with: its Align claim is what makes it unique.
        ...(pair.revision === 1
          ? {}
          : {
              conditions: new Filter<PairRow>().and(
                'revision',
                FilterConditions.equalTo(pair.revision - 1),
              ),
            }),
      });
      if (alignRef !== null) {
        const conditions = held === null ? { entityName: ALIGN_REF } : stillHeld(held);
        transaction.set(alignKey(alignRef.ref), refRow(alignRef.record), conditions);
      }
      for (const entry of entries) {
        transaction.set(auditKey(entry), auditRow(entry), { entityName: AUDIT });
      }
      if (endIntent != null) transaction.delete(endIntent, { entityName: INTENT });
      if (await isRefused('commit a pair', transaction)) {
        throw new ConcurrentChangeError(`The pair of ${pair.issueKey}`);
      }
    },

    async longestUntouched({ status, after, limit }) {
      return stored('list pairs', async () => {
        const query = kvs
          .entity<PairRow>(PAIR)
          .query()
          .index('by-status', { partition: [status] });
        const from = after === null ? query : query.where(WhereConditions.greaterThan(after));
        const { results } = await from.sort(Sort.ASC).limit(limit).getMany();
        const last = results.length < limit ? undefined : results[results.length - 1];
        return {
          items: results.map(({ value }) => value.record),
          after: last?.value.changedAt ?? null,
        };
      });
    },

    async changedFrom(projectId, from, limit) {
      const partition = [projectId];
      const query = { entity: PAIR, index: 'by-project', partition, from, limit };
      const { rows, cursor } = await rowsByIndex<PairRow>(kvs, query, Sort.ASC);
      const last = rows[rows.length - 1]?.changedAt;
      const first = rows[0]?.changedAt;
      // A whole page of one and the same millisecond: its rest is passed over, so that there is an end.
      const next =
        cursor === null ? undefined : last === first && last !== undefined ? later(last) : last;
      return { pairs: rows.map(({ record }) => record), next: next ?? null };
    },

    async list({ projectId, cursor, limit }) {
      return listNewestFirst<Pair>(kvs, {
        entity: PAIR,
        index: projectId === undefined ? 'by-site' : 'by-project',
        partition: [projectId ?? ALL],
        cursor,
        limit,
      });
    },
  };
}
