import type { JiraBulkPort } from '../../../src/domain/ports/jira';
import type { Invocation } from '../engine/invocation';
import type { World } from '../world';
import type { Issue } from './jira';

const PAGE = 100;
const MINUTE = 60_000;

/** What the app's queries ask for, by the clauses of `src/domain/jql.ts`. */
const CLAUSES: readonly [RegExp, (issue: Issue, value: string, world: World) => boolean][] = [
  [/^project = (\d+)$/, (issue, id) => issue.projectId === id],
  [/^issuetype in \((.*)\)$/, (issue, ids) => ids.split(', ').includes(issue.typeId)],
  [/^issuetype not in \((.*)\)$/, (issue, ids) => !ids.split(', ').includes(issue.typeId)],
  [/^key > "(.*)"$/, (issue, key) => numberOf(issue.key) > numberOf(key)],
  [/^key = "(.*)"$/, (issue, key) => issue.key === key],
  [
    /^updated >= "-(\d+)m"$/,
    // Relative to Jira's own clock, and from an index that lags behind.
    ({ updatedMs }, minutes, { scheduler, shape }) => {
      const jiraNow = scheduler.now + shape.skew.jira;
      return (
        updatedMs >= jiraNow - Number(minutes) * MINUTE && updatedMs <= jiraNow - shape.lag.jql
      );
    },
  ],
];

/** Jira's searches and bulk requests. What a query does not find is found once its index has caught up. */
export function jiraBulkOf(world: World, run: Invocation): JiraBulkPort {
  const { jira } = world;
  const read = <T>(name: string, effect: () => T) =>
    run.call({ target: 'jira', name, write: false, effect });
  const seen = () => jira.live().filter(({ id }) => jira.visible(id) !== null);
  const found = (jql: string) => {
    const [where = ''] = jql.split(' ORDER BY ');
    const tests = where.split(' AND ').map((clause) => clauseOf(clause, world));
    return seen()
      .filter((issue) => tests.every((test) => test(issue)))
      .sort((a, b) => numberOf(a.key) - numberOf(b.key));
  };
  return {
    searchIssues: (jql, fieldIds, limit = PAGE) =>
      read('searchIssues', () =>
        found(jql)
          .slice(0, limit)
          .map((issue) => jira.view(issue, fieldIds)),
      ),
    readIssues: (ids, fieldIds) =>
      read('readIssues', () => {
        if (ids.length > PAGE) world.ledger.violate('P12 limits', `a read of ${ids.length} issues`);
        return seen()
          .filter(({ id }) => ids.includes(id))
          .map((issue) => ({ ...jira.view(issue, fieldIds), changes: [] }));
      }),
    countIssues: (jql) => read('countIssues', () => found(jql).length),
    putMarks: async (marks) => {
      for (const { issueId, mark } of marks) await jira.port(run).putMark(issueId, mark);
    },
  };
}

function clauseOf(clause: string, world: World): (issue: Issue) => boolean {
  for (const [pattern, holds] of CLAUSES) {
    const value = pattern.exec(clause)?.[1];
    if (value !== undefined) return (issue) => holds(issue, value, world);
  }
  throw new Error(`The model of Jira does not know the clause ${clause}.`);
}

function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1));
}
