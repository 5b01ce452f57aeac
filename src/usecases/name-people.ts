import { isCustom, type Actor } from '../contract/common';
import type { FieldChange, ShownValue } from '../contract/history';
import { allOf } from '../domain/all-of';
import { codecOf } from '../domain/fields';
import type { JiraIssue } from '../domain/issue';
import { pairingOf } from '../domain/mapping';
import { nameOf } from './people';
import type { ProjectContext, SyncContext } from './sync-context';

/** The name of a Jira account, when the issue happens to carry it: an event names people by account id only. */
export function knownActor(actor: Actor | null, issue: JiraIssue): Actor | null {
  if (actor?.side !== 'jira') return actor;
  const seen = [issue.creator, ...issue.changes.map(({ by }) => by)];
  const assignee = issue.assignee;
  if (assignee !== null) seen.push({ side: 'jira', id: assignee.accountId, name: assignee.name });
  return seen.find((person) => person?.id === actor.id) ?? actor;
}

/** Puts names where Align gives uids: history is read by people. */
export async function withNames(
  context: ProjectContext,
  changes: readonly FieldChange[],
): Promise<FieldChange[]> {
  return allOf(
    changes.map(async (change) => ({
      ...change,
      by: await namedActor(context, change.by),
      ...(holdsPerson(context, change) ? await namedPerson(context, change) : {}),
    })),
  );
}

export async function namedActor(context: SyncContext, actor: Actor | null): Promise<Actor | null> {
  return actor?.side === 'align' ? { ...actor, name: await nameOf(context, actor.id) } : actor;
}

function holdsPerson({ mapping }: ProjectContext, { field }: FieldChange): boolean {
  // A change that an earlier run has left to tell may be of a pairing that the mapping has no more.
  if (isCustom(field) && pairingOf(mapping, field) === null) return false;
  return codecOf(field, mapping).holdsPerson === true;
}

/** A person goes across as the other side's id. On the Align side of the change that is a uid. */
async function namedPerson(
  context: SyncContext,
  { from, to, origin, outcome }: FieldChange,
): Promise<Pick<FieldChange, 'from' | 'to'>> {
  const name = async (value: ShownValue | null) =>
    value === null ? null : { ...value, text: await nameOf(context, value.text) };
  // What a side has overruled or agreed on is its own value; otherwise `from` is what the target had.
  const own = outcome === 'overruled' || outcome === 'agreed';
  if (origin === 'align') return { from: own ? await name(from) : from, to: await name(to) };
  return { from: own ? from : await name(from), to };
}
