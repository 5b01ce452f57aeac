import { ALIGN_TYPES } from '../../../src/domain/align-type';
import { isFinished, issueUrl, webLinkGlobalId } from '../../../src/domain/web-link';
import { itemKey } from '../ledger';
import { JIRA_URL, SITE } from '../world';
import { nameOf, type Final, type FinalPair } from './final';

/** P7: each pair has its links, and nothing leads to what is not paired any more. */
export function links(final: Final): void {
  const fail = (what: string) => final.world.ledger.violate('P7 links', what);
  for (const pair of final.pairs) {
    if (pair.parked !== null) continue;
    if (pair.pair.status === 'paired') present(final, pair, fail);
    if (pair.pair.status === 'unlinked') absent(pair, fail);
  }
}

function present(final: Final, pair: FinalPair, fail: (what: string) => void): void {
  const { issue, item } = pair;
  if (issue === null || item === null || item.removed) return;
  const link = issue.webLinks.get(webLinkGlobalId(SITE, item));
  if (link === undefined || issue.webLinks.size !== 1) {
    fail(`${nameOf(pair)} has the web links [${[...issue.webLinks.keys()].join()}]`);
  } else if (link.resolved !== isFinished(item)) {
    fail(`${nameOf(pair)} shows its link as ${link.resolved ? 'resolved' : 'open'}`);
  }
  if (issue.mark?.alignId !== item.id || issue.mark.alignType !== item.type) {
    fail(`${nameOf(pair)} carries the mark ${JSON.stringify(issue.mark)}`);
  }
  if (!ALIGN_TYPES[item.type].links || final.world.shape.links !== 'kept') return;
  const back = item.links.filter(({ url }) => url === issueUrl(JIRA_URL, issue.key)).length;
  // Align adds what it is told: two runs at once, or an answer that never came, may add it twice.
  const { ledger, faults } = final.world;
  const twice = ledger.overlaps.size > 0 || faults.injected.has('align no answer, effect later');
  // A first issue that was gone before it was paired may have left its own link.
  const made = ledger.creations.filter(({ origin }) => origin === itemKey(item.type, item.id));
  const strange = item.links.length !== back && made.length < 2;
  if (back === 0 || (back > 1 && !twice) || strange) {
    fail(`${nameOf(pair)} is led to ${back} times`);
  }
}

function absent(pair: FinalPair, fail: (what: string) => void): void {
  // A side that did not let the link go, or cannot be seen, is named in the history.
  const left = ['could not be removed', 'is hidden from the app'];
  if (pair.entries.some(({ message }) => left.some((words) => message.includes(words)))) return;
  const { issue, item } = pair;
  if (issue !== null && (issue.webLinks.size > 0 || issue.mark !== null)) {
    fail(`${nameOf(pair)} is unlinked and still leads to Align`);
  }
  const forJira = pair.entries.some(({ code }) => code === 'JIRA_ISSUE_DELETED');
  if (forJira && item !== null && item.links.length > 0) {
    fail(`${nameOf(pair)} is unlinked and Align still leads to Jira`);
  }
}
