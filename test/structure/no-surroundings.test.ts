/**
 * Guarantee: the rules of the sync see no clock, no chance, no network, no timer and no console. They are handed in,
 * so the same code runs on Forge, in the sandbox and in a simulation, and a run can be repeated exactly.
 */
import ts from 'typescript';
import { nodesOf, parsed, sourcesBelow } from './source-files';

const GLOBALS = new Set([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'process', 'global', 'globalThis'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'console', 'performance'],
  ...['crypto', 'localStorage', 'require', 'eval', 'Function', 'navigator', 'window', 'document'],
]);
const READ_OF_SURROUNDINGS = new Set(['Date.now', 'Math.random']);

/** What a file takes from its surroundings instead of being given it. */
function takenBy(path: string): string[] {
  const taken: string[] = [];
  for (const node of nodesOf(parsed(path))) {
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && standsForAValue(node)) {
      taken.push(node.text);
    }
    if (ts.isPropertyAccessExpression(node) && READ_OF_SURROUNDINGS.has(node.getText())) {
      taken.push(node.getText());
    }
    const isDate = ts.isNewExpression(node) && node.expression.getText() === 'Date';
    if (isDate && (node.arguments ?? []).length === 0) taken.push('new Date()');
  }
  return taken.map((what) => `${path} takes ${what}`);
}

/** Not the name of a property, of a parameter, in a type, or in an import. */
function standsForAValue(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === name;
  return !ts.isParameter(parent) && !ts.isPropertySignature(parent) && !ts.isBindingElement(parent);
}

test.each(['src/domain', 'src/usecases', 'src/store', 'src/contract'])(
  '%s takes nothing from its surroundings',
  (folder) => {
    const sources = sourcesBelow(folder);
    expect(sources).not.toEqual([]);
    expect(sources.flatMap(takenBy)).toEqual([]);
  },
);

test('of what they would notice there is some at the edge, where Forge is wired up', () => {
  expect(sourcesBelow('src/entry').flatMap(takenBy)).toEqual(
    expect.arrayContaining([
      'src/entry/composition.ts takes Date.now',
      'src/entry/composition.ts takes Math.random',
      'src/entry/log.ts takes console',
    ]),
  );
});

test('of Node the domain takes a hash function and nothing that differs from run to run', () => {
  const names = sourcesBelow('src/domain').flatMap((path) =>
    [...nodesOf(parsed(path))]
      .filter(ts.isImportDeclaration)
      .filter((node) => node.moduleSpecifier.getText().includes('node:'))
      .map((node) => node.importClause?.getText()),
  );
  expect(names).toEqual(['{ createHash }']);
});
