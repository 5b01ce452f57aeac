import type { Actor, AlignType, SystemField } from '../contract/common';
import type { AuditEntry, AuditOutcome, FieldChange } from '../contract/history';
import { ALIGN_TYPES } from './align-type';
import type { Hint } from './hint';
import type { RequestCount } from './ports/runtime';
import { shorten } from './stamp';

/** What an entry is about. */
export interface AuditSubject {
  pairId: string;
  projectId: string;
  issueId: string | null;
  issueKey: string | null;
  alignType: AlignType | null;
  alignId: number | null;
  title: string;
}

/** What happened. */
export interface AuditEffect {
  direction: AuditEntry['direction'];
  outcome: AuditOutcome;
  code: string;
  message: string;
  remedy?: string | null;
  person: Actor | null;
  writtenAs: Actor | null;
  changes?: readonly FieldChange[];
}

/** How it came about and what it cost. */
export interface AuditRun {
  at: string;
  sequence: number;
  hint: Pick<Hint, 'source' | 'at'>;
  durationMs: number;
  requests: RequestCount;
}

/** Makes the entry of one effect. Its title is shortened and its duration is whole milliseconds. */
export function auditEntry(subject: AuditSubject, effect: AuditEffect, run: AuditRun): AuditEntry {
  return {
    id: `${run.at}:${subject.pairId}:${run.sequence}`,
    at: run.at,
    sequence: run.sequence,
    ...subject,
    title: shorten(subject.title).text,
    remedy: null,
    ...effect,
    changes: [...(effect.changes ?? [])],
    hint: { source: run.hint.source, at: run.hint.at },
    durationMs: Math.max(0, Math.round(run.durationMs)),
    requests: { ...run.requests },
  };
}

/** The changes that one direction's write is about: what went that way, and what it overruled on its target. */
export function changesToward(
  direction: 'to-align' | 'to-jira',
  changes: readonly FieldChange[],
): FieldChange[] {
  const origin = direction === 'to-align' ? 'jira' : 'align';
  return changes.filter((change) => {
    if (change.outcome === 'agreed') return false;
    return change.outcome === 'overruled' ? change.origin !== origin : change.origin === origin;
  });
}

/** Outcome of a write, by what became of its fields. */
export function outcomeOf(changes: readonly FieldChange[]): 'updated' | 'partial' | 'refused' {
  const applied = changes.some((change) => change.outcome === 'applied');
  const refused = changes.some((change) => change.outcome === 'refused');
  return refused ? (applied ? 'partial' : 'refused') : 'updated';
}

/** What each application calls a field. */
const WORDS: Readonly<Record<'to-align' | 'to-jira', Partial<Record<SystemField, string>>>> = {
  'to-align': { labels: 'tags' },
  'to-jira': { state: 'status', owner: 'assignee' },
};

/** One sentence for a list, e.g. "Updated title and state in Jira Align." */
export function sentence(
  direction: 'to-align' | 'to-jira',
  changes: readonly FieldChange[],
): string {
  const target = direction === 'to-align' ? 'Jira Align' : 'Jira';
  const of = (outcome: FieldChange['outcome']) =>
    listed([
      ...new Set(
        changes
          .filter((change) => change.outcome === outcome)
          .map(
            (change) =>
              change.name ?? WORDS[direction][change.field as SystemField] ?? change.field,
          ),
      ),
    ]);
  const parts = [
    of('applied') && `Updated ${of('applied')} in ${target}.`,
    of('overruled') &&
      `Both sides had changed ${of('overruled')}; the value that lost is kept here.`,
    of('refused') && `${target} did not take ${of('refused')}.`,
  ];
  return parts.filter(Boolean).join(' ');
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Name of an item for a sentence, e.g. "Feature 501". */
export function itemName(type: AlignType, id: number | null): string {
  return id === null ? ALIGN_TYPES[type].name : `${ALIGN_TYPES[type].name} ${id}`;
}
