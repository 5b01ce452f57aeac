/**
 * Guarantee: no module keeps state. Forge runs invocations of different customers in one process, so anything that is
 * written at module level would leak from one customer to the next.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { fromRoot, nodesOf, ROOT, sourcesBelow } from './source-files';

const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
const program = ts.createProgram(
  sourcesBelow('src').map((path) => join(ROOT, path)),
  options,
);
const checker = program.getTypeChecker();
const sources = program
  .getSourceFiles()
  .filter(({ fileName }) => fromRoot(fileName).startsWith('src/'));

const place = (node: ts.Node) => {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${fromRoot(file.fileName)}:${line + 1} ${node.getText().split('\n')[0]}`;
};

/** The declarations that stand at the top of a module. */
function topDeclarations(file: ts.SourceFile): ts.VariableDeclaration[] {
  return file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
}

const isConst = (declaration: ts.VariableDeclaration) =>
  (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;

test('every source file is looked at', () => {
  expect(sources.map(({ fileName }) => fromRoot(fileName)).sort()).toEqual(sourcesBelow('src'));
});

test('no variable at module level can be set anew', () => {
  const wrong = sources
    .flatMap(topDeclarations)
    .filter((declaration) => !isConst(declaration))
    .map(place);
  expect(wrong).toEqual([]);
});

const CONTAINERS = new Set([
  'Array',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Date',
  'URLSearchParams',
]);

/** Whether the type of a module's constant lets somebody write into it. */
function isWritable(declaration: ts.VariableDeclaration): boolean {
  const { initializer, name } = declaration;
  const type = checker.getTypeAtLocation(name);
  if (CONTAINERS.has(type.getSymbol()?.name ?? '')) return true;
  if (initializer === undefined || !ts.isObjectLiteralExpression(withoutTypes(initializer))) {
    return false;
  }
  if (/\bas const\b/.test(initializer.getText().replace(/^\{.*\}/s, ''))) return false;
  if (/^(Readonly<|readonly )/.test(declaration.type?.getText() ?? '')) return false;
  return checker.getPropertiesOfType(type).some(isWritableProperty);
}

function withoutTypes(node: ts.Expression): ts.Expression {
  return ts.isSatisfiesExpression(node) || ts.isAsExpression(node)
    ? withoutTypes(node.expression)
    : node;
}

function isWritableProperty({ declarations = [] }: ts.Symbol): boolean {
  return declarations.every(
    (node) =>
      !ts.isMethodSignature(node) &&
      !ts.isMethodDeclaration(node) &&
      (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Readonly) === 0,
  );
}

test('a constant at module level is a value that its type lets nobody write into', () => {
  expect(sources.flatMap(topDeclarations).filter(isWritable).map(place)).toEqual([]);
});

const WRITING_METHODS = new Set([
  ...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
  ...['set', 'add', 'delete', 'clear', 'append'],
]);

/** What a node writes into, or null when it writes nothing. */
function writtenBy(node: ts.Node): ts.Expression | null {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return assigns ? node.left : null;
  }
  if (ts.isDeleteExpression(node)) return node.expression;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { operator } = node;
    const counts =
      operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
    return counts ? node.operand : null;
  }
  if (!ts.isCallExpression(node)) return null;
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return null;
  if (expression.getText() === 'Object.assign') return node.arguments[0] ?? null;
  return WRITING_METHODS.has(expression.name.text) ? expression.expression : null;
}

/** The name at the left end of `a.b[c]`. */
function rootOf(node: ts.Expression): ts.Identifier | null {
  if (ts.isIdentifier(node)) return node;
  if (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node)
  ) {
    return rootOf(node.expression);
  }
  return null;
}

/** Whether a name stands for something that a module of the app declares at its top. */
function isOfModule(name: ts.Identifier): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return false;
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { declarations = [] } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return declarations.some(
    (node) =>
      ts.isVariableDeclaration(node) &&
      ts.isSourceFile(node.parent.parent.parent) &&
      fromRoot(node.getSourceFile().fileName).startsWith('src/'),
  );
}

test('nothing writes into what a module holds', () => {
  const writes = sources.flatMap((file) =>
    [...nodesOf(file)].filter((node) => {
      const root = rootOf(writtenBy(node) ?? ts.factory.createNull());
      return root !== null && isOfModule(root);
    }),
  );
  expect(writes.map(place)).toEqual([]);
});

test('no class keeps anything for all its instances', () => {
  const wrong = sources.flatMap((file) =>
    [...nodesOf(file)].filter(
      (node) =>
        ts.isPropertyDeclaration(node) &&
        (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0,
    ),
  );
  expect(wrong.map(place)).toEqual([]);
});

/** A regular expression with one of these flags remembers where it stopped. */
const REMEMBERING = /\/[a-z]*[gy][a-z]*$/;

test('no module holds a regular expression that remembers where it stopped', () => {
  const remembering = (name: ts.Identifier) =>
    checker
      .getSymbolAtLocation(name)
      ?.declarations?.some(
        (node) =>
          ts.isVariableDeclaration(node) &&
          node.initializer !== undefined &&
          ts.isRegularExpressionLiteral(node.initializer) &&
          REMEMBERING.test(node.initializer.text),
      ) ?? false;
  const uses = sources.flatMap((file) =>
    [...nodesOf(file)].filter(
      (node) =>
        ts.isPropertyAccessExpression(node) &&
        ['test', 'exec'].includes(node.name.text) &&
        ts.isIdentifier(node.expression) &&
        remembering(node.expression),
    ),
  );
  expect(uses.map(place)).toEqual([]);
});
