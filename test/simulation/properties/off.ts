import type { Call } from '../engine/invocation';
import { SITE, type World } from '../world';

/**
 * P16: a run that began after everything, a project or the connection was switched off writes nothing to it. Asked
 * before each effect.
 */
export function offIsOff(world: World, began: number, call: Call<unknown>): void {
  const { switchedOff, ledger } = world;
  if (!call.write || (call.target !== 'jira' && call.target !== 'align')) return;
  if (switchedOff.size === 0) return;
  for (const what of ['*', SITE, projectOf(world, call.name)]) {
    const since = what === null ? undefined : switchedOff.get(what);
    if (since === undefined || began <= since) continue;
    ledger.violate('P16 off is off', `${call.name} although ${String(what)} is switched off`);
  }
}

/** The project that a write is for, by the name of its call: an issue's id or key, or an item. */
function projectOf({ jira, align, mappings }: World, name: string): string | null {
  for (const word of name.split(' ')) {
    const issue = jira.issues.get(word);
    if (issue !== undefined) return issue.projectId;
    const item = align.items.get(word);
    const mapping = mappings.find(
      ({ programId, projectKey }) =>
        (item !== undefined && programId === item.programId) || word.startsWith(`${projectKey}-`),
    );
    if (mapping !== undefined) return mapping.projectId;
  }
  return null;
}
