/**
 * Guarantee: the manifest and the code name the same functions. A handler that is named and not there fails only when
 * Forge calls it; one that is there and not named is never called.
 */
import ts from 'typescript';
import { parse } from 'yaml';
import { TIMEOUT_SECONDS } from '../../src/domain/run-limits';
import { filesBelow, parsed, textOf } from './source-files';

interface FunctionModule {
  key: string;
  handler: string;
  timeoutSeconds?: number;
}
interface Manifest {
  modules: Record<string, unknown[]> & { function: FunctionModule[] };
  resources: { key: string; path: string }[];
}

const manifest = parse(textOf('manifest.yml')) as Manifest;
const functions = manifest.modules.function;

/** The names that `src/index.ts` exports. */
function exported(): string[] {
  return parsed('src/index.ts').statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) {
      throw new Error(`src/index.ts may only pass on names: ${statement.getText()}`);
    }
    if (!ts.isNamedExports(statement.exportClause)) {
      throw new Error('src/index.ts may not pass on a whole module.');
    }
    return statement.exportClause.elements.map(({ name }) => name.text);
  });
}

/** All values of a key, at any depth. */
function valuesOf(node: unknown, key: string): unknown[] {
  if (Array.isArray(node)) return node.flatMap((item) => valuesOf(item, key));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(value, key),
  ]);
}

test('every handler of the manifest is exported, and every export is a handler', () => {
  const handlers = functions.map(({ handler }) => handler);
  expect([...handlers].sort()).toEqual(
    exported()
      .map((name) => `index.${name}`)
      .sort(),
  );
});

test('what a run may use follows from the time that the manifest gives its function', () => {
  const seconds = (key: string) => functions.find((f) => f.key === key)?.timeoutSeconds;
  expect(seconds('poll-align-run')).toBe(TIMEOUT_SECONDS.poll);
  expect(seconds('upkeep-run')).toBe(TIMEOUT_SECONDS.upkeep);
  expect(seconds('backfill')).toBe(TIMEOUT_SECONDS.backfill);
  // Forge gives the functions of pages 25 seconds, and takes no other figure for them.
  expect(seconds('admin-resolver')).toBeUndefined();
});

test('every function is declared once, and is used by a module', () => {
  const keys = functions.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const { function: _functions, ...modules } = manifest.modules;
  const used = new Set(valuesOf(modules, 'function'));
  expect([...used].sort()).toEqual([...keys].sort());
});

test('every page that a module shows is a declared resource', () => {
  const declared = manifest.resources.map(({ key }) => key);
  const shown = valuesOf(manifest.modules, 'resource').filter((name) => typeof name === 'string');
  expect(new Set(shown)).toEqual(new Set(declared));
  for (const { path } of manifest.resources) expect(path).toBe('static/build');
});

test('the queue that the code fills is the one that the manifest empties', () => {
  const queues = valuesOf(manifest.modules, 'queue');
  const filled = filesBelow('src').flatMap((path) =>
    [...textOf(path).matchAll(/new Queue\(\{ key: (\w+) \}\)/g)].map(([, name]) => {
      const value = new RegExp(`const ${name} = '([^']+)'`).exec(textOf(path));
      return value?.[1];
    }),
  );
  expect(filled).not.toEqual([]);
  expect(new Set(filled)).toEqual(new Set(queues));
});

test('every storage entity that the code uses is declared, and every declared one is used', () => {
  const entities = (
    parse(textOf('manifest.yml')) as { app: { storage: { entities: { name: string }[] } } }
  ).app.storage.entities;
  const code = filesBelow('src/store').map(textOf).join('\n');
  for (const { name } of entities) expect(code).toContain(`'${name}'`);
  const named = [...code.matchAll(/^const [A-Z_]+ = '([a-z-]+)';$/gm)].map(([, name]) => name);
  const keys = ['all', 'connection', 'align-auth', 'mapping-index'];
  expect(named.filter((name) => !keys.includes(name ?? ''))).toEqual(
    expect.arrayContaining(entities.map(({ name }) => name)),
  );
});
