/**
 * Guarantee: a status and a state are shown as apart exactly when a refusal of the back end says that they could not
 * be brought together, whatever its codes are called.
 */
import ts from 'typescript';
import { isStateProblem } from '../../static/src/components/state-problem';
import { nodesOf, parsed, sourcesBelow } from '../structure/source-files';

/** The upper-case codes that a source file holds, e.g. `NO_TRANSITION`. */
function codesOf(path: string): string[] {
  return [...nodesOf(parsed(path))]
    .filter(ts.isStringLiteral)
    .map(({ text }) => text)
    .filter((text) => /^[A-Z]+(_[A-Z]+)+$/.test(text));
}

test('what the state codec refuses, and what keeps an issue from being moved, set the two apart', () => {
  const refusals = codesOf('src/domain/fields/state.ts');
  expect(refusals.length).toBeGreaterThan(1);
  const moves = ['src/domain/workflow-problem.ts', 'src/domain/resolved-is-sticky.ts'];
  const ofMoves = moves.flatMap(codesOf);
  expect(ofMoves).toEqual(
    expect.arrayContaining(['NO_TRANSITION', 'TRANSITION_FIELD_REQUIRED', 'RESOLVED_IS_STICKY']),
  );
  for (const code of [...refusals, ...ofMoves]) expect(isStateProblem({ code })).toBe(true);
});

test('no refusal of another field does', () => {
  const others = sourcesBelow('src/domain/fields')
    .filter((path) => !path.endsWith('/state.ts'))
    .flatMap(codesOf);
  expect(others.length).toBeGreaterThan(3);
  expect(others.filter((code) => isStateProblem({ code }))).toEqual([]);
});

test('a pair without a problem is not apart', () => {
  expect(isStateProblem(null)).toBe(false);
});
