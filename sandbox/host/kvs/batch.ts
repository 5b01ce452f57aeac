import { KvsFailure } from './failure';
import { byteSize, LIMITS } from './limits';
import { spaceOf } from './rows';

interface BatchItem {
  key: string;
  entityName?: string | undefined;
}
interface BatchFailure extends BatchItem {
  error: { code: string; message: string };
}

/** What a batch answers: the items that worked, each with what `run` gave, and those that did not. */
export interface BatchAnswer {
  successfulKeys: object[];
  failedKeys: BatchFailure[];
}

/**
 * Runs every item on its own: one that fails does not stop the others. Too many keys (25), too many
 * bytes (4 MB) or a key that occurs twice refuse the batch whole.
 */
export function runBatch<Item extends BatchItem>(
  items: Item[],
  run: (item: Item) => object,
): BatchAnswer {
  checkBatch(items);
  const answer: BatchAnswer = { successfulKeys: [], failedKeys: [] };
  for (const item of items) {
    const id: BatchItem = {
      key: item.key,
      ...(item.entityName && { entityName: item.entityName }),
    };
    try {
      answer.successfulKeys.push({ ...run(item), ...id });
    } catch (error) {
      if (!(error instanceof KvsFailure)) throw error;
      answer.failedKeys.push({ ...id, error: { code: error.code, message: error.message } });
    }
  }
  return answer;
}

function checkBatch(items: BatchItem[]): void {
  const refuse = (reason: string) => new KvsFailure(400, 'INVALID_BATCH', reason);
  if (items.length === 0 || items.length > LIMITS.batchKeys) {
    throw refuse(`A batch has 1 to ${LIMITS.batchKeys} keys, not ${items.length}.`);
  }
  if (byteSize(items) > LIMITS.requestBytes) throw refuse('A batch has at most 4 MB.');
  const ids = new Set(items.map((item) => `${spaceOf(item.entityName)} ${item.key}`));
  if (ids.size !== items.length) throw refuse('Each key occurs once in a batch.');
}
