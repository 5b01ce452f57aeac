import { passes } from './conditions';
import type { Entities } from './entities';
import { KvsFailure } from './failure';
import { byteSize, checkKey, LIMITS } from './limits';
import type { Transaction } from './requests';
import { type Rows, spaceOf } from './rows';
import { checkStorable, ttlSeconds } from './values';

/**
 * Runs a transaction: every check first, then every write, so it happens whole or not at all.
 * At most 25 operations and 4 MB, each key once; conditions exist for custom entities only.
 * @throws KvsFailure CONDITIONAL_CHECK_FAILED (409; the status is not verified) when a condition does
 *   not hold, and the failures of keys and values.
 */
export function runTransaction(rows: Rows, entities: Entities, request: Transaction): void {
  const operations = [...request.set, ...request.delete, ...request.check];
  checkShape(request, operations);
  for (const operation of operations) {
    checkKey(operation.key);
    if (operation.entityName !== undefined) entities.find(operation.entityName);
  }
  for (const { entityName, value, options } of request.set) {
    checkStorable(entities, spaceOf(entityName), value);
    ttlSeconds(options?.ttl);
  }
  for (const { key, entityName, conditions } of operations) {
    if (!conditions) continue;
    if (entityName === undefined) {
      throw new KvsFailure(400, 'INVALID_TRANSACTION', 'Only custom entities have conditions.');
    }
    if (!passes(conditions, rows.get(spaceOf(entityName), key)?.value)) {
      throw new KvsFailure(
        409,
        'CONDITIONAL_CHECK_FAILED',
        `The condition on ${entityName} ${key} does not hold.`,
      );
    }
  }
  for (const { key, entityName, value, options } of request.set) {
    rows.put(spaceOf(entityName), key, value, ttlSeconds(options?.ttl));
  }
  for (const { key, entityName } of request.delete) rows.delete(spaceOf(entityName), key);
}

function checkShape(request: Transaction, operations: { key: string; entityName?: string }[]) {
  const refuse = (reason: string) => new KvsFailure(400, 'INVALID_TRANSACTION', reason);
  if (operations.length === 0) throw refuse('A transaction needs at least one operation.');
  if (operations.length > LIMITS.transactionOperations) {
    throw refuse(`A transaction has at most ${LIMITS.transactionOperations} operations.`);
  }
  if (byteSize(request) > LIMITS.requestBytes) throw refuse('A transaction has at most 4 MB.');
  const seen = new Set<string>();
  for (const { key, entityName } of operations) {
    const id = `${spaceOf(entityName)} ${key}`;
    if (seen.has(id)) throw refuse(`Each key occurs once in a transaction; ${key} occurs twice.`);
    seen.add(id);
  }
}
