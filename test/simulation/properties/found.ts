import { ALIGN_TYPES } from '../../../src/domain/align-type';
import { codecOf, extraJiraFields } from '../../../src/domain/fields';
import type { World } from '../world';
import { finalOf, nameOf } from './final';

/**
 * P15: once events have come and polls have run, no pair has a change that the app has not seen, and no upkeep was
 * needed for it. What no event told of, what Align gives no date, types without a program, and what was missed before
 * its project was switched off and on again, is found by the next upkeep, without an exception.
 */
export function everyChangeWasFound(world: World, by: 'events and polls' | 'the upkeep'): void {
  const final = finalOf(world);
  for (const pair of final.pairs) {
    const { issue, item, mapping } = pair;
    if (pair.pair.status !== 'paired' || pair.parked !== null || issue === null || item === null) {
      continue;
    }
    const swept = by === 'the upkeep';
    // The poll goes on for the other projects meanwhile, and only looks back to the beginning of the pause.
    if (!swept && world.everPaused.has(pair.pair.projectId)) continue;
    if (item.removed || (!swept && (item.undated || !ALIGN_TYPES[item.type].hasProgram))) continue;
    const told = swept || !world.events.unheard.has(issue.id);
    const issueView = world.jira.view(issue, extraJiraFields(mapping));
    const itemView = world.align.view(item);
    for (const field of pair.fields) {
      const base = pair.pair.baseline[field];
      if (pair.pair.refused[field] !== undefined || base === undefined) continue;
      const codec = codecOf(field, mapping);
      const jira = codec.jira.stamp(codec.jira.read(issueView, mapping));
      const align = codec.align.stamp(codec.align.read(itemView), item.type);
      const seen = (side: 'jira' | 'align', real: typeof jira) =>
        base[side]?.key === real.key ||
        (base[side]?.loose !== undefined && base[side].loose === real.loose);
      const missed = told && !seen('jira', jira) ? 'jira' : !seen('align', align) ? 'align' : null;
      if (missed === null) continue;
      world.ledger.violate(
        'P15 every change is found',
        `${nameOf(pair)} ${field} of ${missed} was not seen by ${by}`,
      );
    }
  }
}
