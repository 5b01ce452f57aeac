/**
 * Guarantee: imports point down only. A layer knows those below it and nothing else, so the rules of the sync cannot
 * come to depend on Forge, a client not on the store, and the pages not on the back end.
 */
import { COMPUTED, importsOf, sourcesBelow } from './source-files';

type Layer =
  | 'index'
  | 'entry'
  | 'usecases'
  | 'jira'
  | 'align'
  | 'store'
  | 'domain'
  | 'contract'
  | 'static'
  | 'sandbox';

/** What each layer may know of the project besides itself. */
const BELOW: Readonly<Record<Layer, readonly Layer[]>> = {
  index: ['entry'],
  entry: ['usecases', 'jira', 'align', 'store', 'domain', 'contract'],
  usecases: ['domain', 'contract'],
  jira: ['domain', 'contract'],
  align: ['domain', 'contract'],
  store: ['domain', 'contract'],
  domain: ['contract'],
  contract: [],
  static: ['contract'],
  sandbox: ['contract'],
};

/** What each layer of the back end may know of packages and of Node. */
const PACKAGES: Readonly<Partial<Record<Layer, readonly string[]>>> = {
  index: [],
  entry: [
    '@forge/api',
    '@forge/events',
    '@forge/kvs',
    '@forge/resolver',
    'node:crypto',
    'zod/mini',
  ],
  usecases: [],
  jira: ['@forge/api', 'zod/mini'],
  align: ['zod/mini'],
  store: ['@forge/kvs'],
  domain: ['htmlparser2', 'node:crypto'],
  contract: ['zod/mini'],
};

/** The only files of the back end that touch Forge, with what they use of it. */
const FORGE: Readonly<Record<string, readonly string[]>> = {
  'src/entry/backfill-consumer.ts': ['@forge/events'],
  'src/entry/backfill-queue.ts': ['@forge/events'],
  'src/entry/composition.ts': ['@forge/api', '@forge/kvs'],
  'src/entry/contract-resolver.ts': ['@forge/resolver'],
  'src/entry/hint-queue.ts': ['@forge/events'],
  'src/entry/on-issue-event.ts': ['@forge/events'],
  'src/entry/on-project-event.ts': ['@forge/events'],
  'src/entry/push-events.ts': ['@forge/events'],
  'src/entry/reconcile-consumer.ts': ['@forge/events'],
  'src/jira/parse.ts': ['@forge/api'],
  'src/jira/request.ts': ['@forge/api'],
  'src/store/kvs.ts': ['@forge/kvs'],
  'src/store/listing.ts': ['@forge/kvs'],
  'src/store/pairs.ts': ['@forge/kvs'],
  'src/store/people-table.ts': ['@forge/kvs'],
};

const BACK_END_LAYERS = ['entry', 'usecases', 'jira', 'align', 'store', 'domain'] as const;

/** The layer of a file, or null for what belongs to none. */
function layerOf(path: string): Layer | null {
  if (path === 'src/index.ts') return 'index';
  if (path === 'src/contract.ts' || path.startsWith('src/contract/')) return 'contract';
  if (path.startsWith('static/')) return 'static';
  if (path.startsWith('sandbox/')) return 'sandbox';
  return BACK_END_LAYERS.find((layer) => path.startsWith(`src/${layer}/`)) ?? null;
}

const isFile = (name: string) => /^(src|static|sandbox|test|tools)\//.test(name);
const sources = ['src', 'static', 'sandbox'].flatMap(sourcesBelow);
const imports = new Map(sources.map((path) => [path, importsOf(path)]));

test('every source file belongs to a layer', () => {
  expect(sources.filter((path) => layerOf(path) === null)).toEqual([]);
  for (const layer of Object.keys(BELOW)) {
    expect(sources.filter((path) => layerOf(path) === layer)).not.toEqual([]);
  }
});

test.each(Object.entries(BELOW))(
  '%s imports nothing of the project but itself and %j',
  (layer, below) => {
    const wrong = sources
      .filter((path) => layerOf(path) === layer)
      .flatMap((path) =>
        (imports.get(path) ?? [])
          .filter(isFile)
          .filter((name) => ![layer, ...below].includes(layerOf(name) ?? ''))
          .map((name) => `${path} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  },
);

test.each(Object.entries(PACKAGES))(
  '%s uses no package and no part of Node but %j',
  (layer, allowed) => {
    const used = sources
      .filter((path) => layerOf(path) === layer)
      .flatMap((path) => (imports.get(path) ?? []).filter((name) => !isFile(name)));
    expect([...new Set(used)].sort()).toEqual([...allowed].sort());
  },
);

test('Forge is used by the files that are named here, and by no other', () => {
  const found = sources
    .filter((path) => path.startsWith('src/'))
    .map((path) => [path, (imports.get(path) ?? []).filter((name) => name.startsWith('@forge/'))])
    .filter(([, used]) => used?.length !== 0);
  expect(Object.fromEntries(found)).toEqual(FORGE);
});

test('the pages use of Forge the bridge only', () => {
  const used = sources
    .filter((path) => path.startsWith('static/'))
    .flatMap((path) => (imports.get(path) ?? []).filter((name) => name.startsWith('@forge/')));
  expect([...new Set(used)]).toEqual(['@forge/bridge']);
});

test('HTML is parsed in the rich text part of the domain only, and its hash comes from one file', () => {
  const users = (name: string) =>
    sources.filter((path) => layerOf(path) === 'domain' && imports.get(path)?.includes(name));
  for (const path of users('htmlparser2')) expect(path).toMatch(/^src\/domain\/rich-text\//);
  expect(users('node:crypto')).toEqual(['src/domain/stamp.ts']);
});

test('only the sandbox, which runs the finished bundle, imports what it does not know beforehand', () => {
  const computed = sources.filter((path) => imports.get(path)?.includes(COMPUTED));
  for (const path of computed) expect(path).toMatch(/^sandbox\/host\//);
});

test('nothing that is shipped imports a test', () => {
  const tested = sources.flatMap((path) => imports.get(path) ?? []);
  expect(tested.filter((name) => name.startsWith('test/'))).toEqual([]);
});
