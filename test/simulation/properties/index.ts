import { TOKEN, type World } from '../world';
import { convergence } from './convergence';
import { noDuplicate, noRecreation } from './duplicates';
import { noLostEdit } from './edits';
import { finalOf, type Final } from './final';
import { history } from './history';
import { links } from './links';
import { removals } from './removals';
import { noEcho } from './writes';

/** Every property a run is judged by. Some are judged while it runs, the others at its end. */
export const PROPERTIES = [
  'P1 convergence',
  'P2 quiescence',
  'P3 no lost edit',
  'P4 no duplicate',
  'P5 history',
  'P6 nothing dropped',
  'P7 links',
  'P8 deletion is no creation',
  'P9 stale hints are free',
  'P10 no echo',
  'P11 waiting is no attempt',
  'P12 limits',
  'P13 secrets',
  'P14 nothing unforeseen',
  'P15 every change is found',
  'P16 off is off',
  'P17 removals follow the policy',
] as const;

export interface Figures {
  humanActions: number;
  humanEdits: number;
  remoteWrites: number;
  effects: number;
  deliveries: number;
  staleDeliveries: number;
  pairs: number;
  parked: number;
  auditEntries: number;
  /** Align edits that fell between the app's read and its write, and are lost to everybody. */
  overwrittenInAlign: number;
  /** Issues with a change that no event has told of: the sweep's work. */
  unheardIssues: number;
}

/** Judges a run at its end. */
export function judge(world: World): Figures {
  const final = finalOf(world);
  convergence(final);
  const overwrittenInAlign = noLostEdit(final);
  noDuplicate(final);
  history(final);
  nothingDropped(final);
  links(final);
  noRecreation(final);
  noEcho(final);
  removals(final);
  secrets(final);
  const { ledger, events } = world;
  return {
    humanActions: ledger.humanActions,
    humanEdits: ledger.edits.length,
    remoteWrites: ledger.writeCalls,
    effects: ledger.effects,
    deliveries: ledger.deliveries,
    staleDeliveries: ledger.staleDeliveries,
    pairs: final.pairs.length,
    parked: final.parked.size,
    auditEntries: ledger.entries.length,
    overwrittenInAlign,
    unheardIssues: events.unheard.size,
  };
}

/** P6: every hint has come to its end, and what waits for a person says what the person can do. */
function nothingDropped({ world, parked }: Final): void {
  const fail = (what: string) => world.ledger.violate('P6 nothing dropped', what);
  if (world.queue.pending !== 0) fail(`${world.queue.pending} hints have no end`);
  if (world.events.pending !== 0) fail(`${world.events.pending} events have no end`);
  for (const { id, problem } of parked.values()) {
    if (problem.remedy === '') fail(`${id} is parked as ${problem.code} without a remedy`);
  }
}

/** P13: the token is in the secrets and nowhere else. */
function secrets({ world }: Final): void {
  const rows = JSON.stringify(world.store.rows.dump((space) => space !== 'secret'));
  if (rows.includes(TOKEN)) world.ledger.violate('P13 secrets', 'in an open record');
}
