import type { AuditEntry } from '../contract/history';
import type { AuditStore } from '../domain/ports/store';
import { stored, type Kvs } from './kvs';
import { listNewestFirst } from './listing';

const AUDIT = 'audit';
const ALL = 'all';

export function auditKey(entry: AuditEntry): string {
  return entry.id;
}

export function auditRow(entry: AuditEntry) {
  return {
    site: ALL,
    projectId: entry.projectId,
    pairId: entry.pairId,
    // The range key: the sequence keeps the order of entries of one pair that fall in the same millisecond.
    at: `${entry.at}#${String(entry.sequence).padStart(8, '0')}`,
    record: entry,
  };
}

export function auditStore(kvs: Kvs): AuditStore {
  return {
    async add(entry) {
      await stored('add to the history', () =>
        kvs.entity(AUDIT).set(auditKey(entry), auditRow(entry)),
      );
    },
    async list({ projectId, issueId, cursor, limit }) {
      const [index, partition] =
        issueId !== undefined
          ? ['by-pair', issueId]
          : projectId !== undefined
            ? ['by-project', projectId]
            : ['by-site', ALL];
      return listNewestFirst<AuditEntry>(kvs, {
        entity: AUDIT,
        index,
        partition: [partition],
        cursor,
        limit,
      });
    },
  };
}
