/**
 * Guarantee: the code stays readable file by file: small files with names that say what they do, and a comment on
 * everything that the domain and the contract offer.
 */
import { basename } from 'node:path';
import ts from 'typescript';
import { filesBelow, parsed, sourcesBelow, textOf } from './source-files';

const OWN_FOLDERS = ['src', 'static', 'sandbox', 'test', 'tools', 'docs'];

test('no file of the app has more than 400 lines', () => {
  const long = filesBelow('src').filter((path) => textOf(path).split('\n').length > 400);
  expect(long).toEqual([]);
});

test('half of the files of the app have at most 60 lines', () => {
  const lengths = sourcesBelow('src')
    .map((path) => textOf(path).split('\n').length)
    .sort((one, other) => one - other);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
});

test('a file or a folder is named for what it does, not for being useful', () => {
  const vague = /(^|[-./])(utils?|utilities|helpers?|misc|common-code|stuff)([-./]|$)/;
  const named = OWN_FOLDERS.flatMap(filesBelow).filter((path) => vague.test(path));
  expect(named).toEqual([]);
});

test('names of source files are in kebab case', () => {
  const sources = ['src', 'static/src', 'sandbox', 'test'].flatMap(sourcesBelow);
  expect(sources.filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(path)))).toEqual([]);
});

test('the app is written in TypeScript, and nothing that was compiled lies next to it', () => {
  expect(filesBelow('src').filter((path) => !path.endsWith('.ts'))).toEqual([]);
});

/** The names that a file exports without a comment. A type and its schema of one name share theirs. */
function uncommented(path: string): string[] {
  const named = parsed(path).statements.flatMap((statement) =>
    namesOf(statement).map((name) => ({
      name,
      exported: isExported(statement),
      commented: ts.getJSDocCommentsAndTags(statement).length > 0,
    })),
  );
  const commented = new Set(named.filter((one) => one.commented).map(({ name }) => name));
  const missing = named.filter((one) => one.exported && !commented.has(one.name));
  return missing.map(({ name }) => `${path}: ${name}`);
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return named && statement.name !== undefined ? [statement.name.text] : [];
}

test('everything that the domain and the contract export has a comment that says what it is', () => {
  const sources = [
    ...sourcesBelow('src/domain'),
    ...sourcesBelow('src/contract'),
    'src/contract.ts',
  ];
  expect([...new Set(sources.flatMap(uncommented))]).toEqual([]);
});

test('every test file begins with the guarantee that it proves', () => {
  const tests = filesBelow('test').filter((path) => path.endsWith('.test.ts'));
  expect(tests.length).toBeGreaterThan(30);
  expect(tests.filter((path) => !/^(\/\*\*|\/\/)\s+(\* )?Guarantee\b/.test(textOf(path)))).toEqual(
    [],
  );
});
