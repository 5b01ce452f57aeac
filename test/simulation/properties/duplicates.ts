import type { AppCreation } from '../ledger';
import type { AlignRefRecord } from '../../../src/domain/pair';
import type { Final } from './final';

/** P4: one twin an item, one pair an item. */
export function noDuplicate(final: Final): void {
  const { world, pairs } = final;
  const { ledger } = world;
  const fail = (what: string) => ledger.violate('P4 no duplicate', what);
  const made = new Map<string, AppCreation>();
  for (const creation of ledger.creations) {
    const id = `${creation.side} ${creation.origin}`;
    const earlier = made.get(id);
    // One that a person had taken away before it was paired may be made again.
    if (earlier !== undefined && !removed(final, earlier)) {
      fail(`${creation.origin} got both ${earlier.item} and ${creation.item} in ${creation.side}`);
    }
    made.set(id, creation);
  }
  const taken = new Map<string, string>();
  for (const { pair } of pairs) {
    if (pair.alignId === null) continue;
    const key = `${pair.alignType}:${pair.alignId}`;
    const other = taken.get(key);
    if (other !== undefined) fail(`${key} is paired with ${other} and with ${pair.issueKey}`);
    taken.set(key, pair.issueKey);
    const row = world.store.rows.get('entity:align-ref', key);
    const record = (row?.value as { record: AlignRefRecord } | undefined)?.record;
    if (record?.issueId !== pair.issueId) {
      fail(`${key} leads back to ${String(record?.issueId)}, not to ${pair.issueKey}`);
    }
  }
  const linked = new Map<string, string>();
  for (const issue of world.jira.live()) {
    for (const globalId of issue.webLinks.keys()) {
      const other = linked.get(globalId);
      if (other !== undefined) fail(`${other} and ${issue.key} both link to ${globalId}`);
      linked.set(globalId, issue.key);
    }
  }
}

/** P8: what the app made itself is never taken for something new. */
export function noRecreation(final: Final): void {
  const { world } = final;
  const { creations } = world.ledger;
  const keyOf = (id: string) => world.jira.issues.get(id)?.key ?? id;
  for (const creation of creations) {
    const { side, item, origin } = creation;
    const name = side === 'jira' ? keyOf(item) : item;
    const again = creations.find((other) => other.side !== side && other.origin === name);
    if (again === undefined) continue;
    world.ledger.violate(
      'P8 deletion is no creation',
      `${name} was made for ${origin}, and ${again.item} was made for it`,
    );
  }
}

function removed({ world }: Final, { side, item }: AppCreation): boolean {
  // One that was hidden before it was paired cannot be told from one that was never made.
  if (side === 'jira') {
    const issue = world.jira.issues.get(item);
    return issue?.deleted === true || (issue?.hiddenUntil ?? 0) > 0;
  }
  const found = world.align.items.get(item);
  return found === undefined || found.gone || found.removed;
}
