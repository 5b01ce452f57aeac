import type { AlignStateOption, StateMapping, StatusOption } from '../../../src/contract';

type Phase = Exclude<StatusOption['category'], 'undefined'>;

/**
 * A first guess for a type that has just been chosen: equal names, else the phase of the work (not begun, under
 * way, done). Each state leads back to the status that leads to it, else to the first status of its phase.
 */
export function suggestStates(
  statuses: readonly StatusOption[],
  states: readonly AlignStateOption[],
): StateMapping {
  const phases = phasesOf(states);
  const toAlign: Record<string, number> = {};
  const toJira: Record<string, string> = {};
  for (const status of statuses) {
    const state =
      states.find(({ name }) => name.toLowerCase() === status.name.toLowerCase()) ??
      states.findLast((_, index) => status.category === 'new' && phases[index] === 'new') ??
      states.find((_, index) => phases[index] === status.category);
    if (!state) continue;
    toAlign[status.id] = state.value;
    toJira[String(state.value)] ??= status.id;
  }
  states.forEach((state, index) => {
    const status = statuses.find(({ category }) => category === phases[index]);
    if (status) toJira[String(state.value)] ??= status.id;
  });
  return { toAlign, toJira };
}

/** The phase of each state, read from the names that Align's flows have in common. */
function phasesOf(states: readonly AlignStateOption[]): Phase[] {
  const begun = states.findIndex(({ name }) => /progress|in work/i.test(name));
  const done = states.findIndex(({ name }) => /accepted|fixed|done/i.test(name));
  return states.map((_, index) => {
    if (done >= 0 && index >= done) return 'done';
    return begun >= 0 && index >= begun ? 'indeterminate' : 'new';
  });
}
