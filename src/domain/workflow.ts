import type { JiraStatus } from './issue';

/** The statuses that one status leads to, and when Jira last said so. */
export interface Ways {
  /** Status ids, in order. */
  readonly to: readonly string[];
  /** ISO 8601. */
  readonly at: string;
  /** No issue was found from which they could be learnt: `to` is what was known before, if anything. */
  readonly noIssue?: true;
}

/**
 * What is known of the workflow of one issue type in one project. Reading a workflow takes the right to administer it,
 * so it is learnt from the transitions that Jira offers for single issues. These depend on the issue and on conditions:
 * the whole is a hint where a way may be, and every step is decided by what is offered for the issue itself.
 */
export interface KnownWorkflow {
  readonly v: 1;
  /** Every status that was seen, by its id. */
  readonly statuses: Readonly<Record<string, Pick<JiraStatus, 'name' | 'category'>>>;
  /** By the id of the status that they lead out of. */
  readonly ways: Readonly<Record<string, Ways>>;
}

/** What is known at first. */
export const UNKNOWN_WORKFLOW: KnownWorkflow = { v: 1, statuses: {}, ways: {} };

const HOUR = 3_600_000;

/** An admin may change a workflow at any time: what is older is looked at again before the app gives up. */
const TRUSTED_MS = 24 * HOUR;

/** An issue that shows the way may come to a status at any time. */
const EMPTY_TRUSTED_MS = 6 * HOUR;

/** What is seen again is dated anew only after this long, so that not every step writes to storage. */
const RENEWED_MS = 12 * HOUR;

/** Notes which statuses an issue could be moved to. Gives back the same object when that is no news. */
export function learn(
  workflow: KnownWorkflow,
  from: JiraStatus,
  offered: readonly JiraStatus[],
  at: string,
): KnownWorkflow {
  const to = [...new Set(offered.map(({ id }) => id))].filter((id) => id !== from.id).sort();
  const statuses = { ...workflow.statuses };
  for (const { id, name, category } of [from, ...offered]) statuses[id] = { name, category };
  const next = { v: 1, statuses, ways: { ...workflow.ways, [from.id]: { to, at } } } as const;
  return isNews(workflow, next, from.id) ? next : workflow;
}

/** Notes that no issue was found from which the ways out of a status could be learnt. What was known of them stays. */
export function noIssueIn(workflow: KnownWorkflow, statusId: string, at: string): KnownWorkflow {
  const to = workflow.ways[statusId]?.to ?? [];
  return { ...workflow, ways: { ...workflow.ways, [statusId]: { to, at, noIssue: true } } };
}

/** Names of the statuses of which nothing is known, because no issue is in them. */
export function namesWithoutIssue({ statuses, ways }: KnownWorkflow): string[] {
  const unknown = Object.entries(ways).filter(([, { noIssue, to }]) => noIssue && to.length === 0);
  return unknown.map(([id]) => statuses[id]?.name ?? id);
}

/** Whether the ways out of a status need not be looked at again. */
export function isKnown(workflow: KnownWorkflow, statusId: string, now: string): boolean {
  const ways = workflow.ways[statusId];
  if (ways === undefined) return false;
  const trusted = ways.noIssue === true ? EMPTY_TRUSTED_MS : TRUSTED_MS;
  return Date.parse(now) - Date.parse(ways.at) < trusted;
}

function isNews(before: KnownWorkflow, after: KnownWorkflow, statusId: string): boolean {
  const [was, is] = [before.ways[statusId], after.ways[statusId]];
  if (was === undefined || is === undefined) return true;
  if (was.to.join() !== is.to.join() || was.noIssue === true) return true;
  if (Date.parse(is.at) - Date.parse(was.at) >= RENEWED_MS) return true;
  return Object.entries(after.statuses).some(([id, { name, category }]) => {
    const known = before.statuses[id];
    return known?.name !== name || known.category !== category;
  });
}
