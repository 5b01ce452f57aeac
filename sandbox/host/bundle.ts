import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import type { Manifest } from './manifest';

/** What the child process is made of. */
export interface BuiltApp {
  /** The child's own program. */
  runner: string;
  /** Handler file name (`index` of `index.onIssueEvent`) to its bundle. */
  bundles: Record<string, string>;
  /** Size of the app's bundles, without source maps. */
  bundleBytes: number;
  /** Removes the folder that was made. */
  remove(): void;
}

const FOR_NODE = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'error',
  outExtension: { '.js': '.cjs' },
} satisfies BuildOptions;

/**
 * Bundles the app (unminified, with the unmodified @forge packages) and the runner into a temporary
 * folder.
 * @param ready A bundle that another tool made of `src/index`; then the app is not bundled here.
 * @throws esbuild's error, which names file and line.
 */
export async function buildApp(
  appDir: string,
  manifest: Manifest,
  ready: string | undefined,
): Promise<BuiltApp> {
  const outdir = mkdtempSync(path.join(tmpdir(), 'forge-host-'));
  const remove = () => rmSync(outdir, { recursive: true, force: true });
  try {
    const runner = path.join(outdir, 'runner', 'main.cjs');
    await build({
      ...FOR_NODE,
      entryPoints: [path.join(__dirname, 'runner', 'main.ts')],
      outdir: path.dirname(runner),
    });
    const bundles = ready ? readyBundle(manifest, ready) : await bundle(appDir, manifest, outdir);
    const bundleBytes = Object.values(bundles).reduce((sum, file) => sum + statSync(file).size, 0);
    return { runner, bundles, bundleBytes, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function bundle(appDir: string, manifest: Manifest, outdir: string) {
  const src = path.join(appDir, 'src');
  const names = handlerFiles(manifest);
  await build({
    ...FOR_NODE,
    entryPoints: names.map((name) => path.join(src, name)),
    outbase: src,
    outdir,
  });
  return Object.fromEntries(names.map((name) => [name, path.join(outdir, `${name}.cjs`)]));
}

function readyBundle(manifest: Manifest, file: string): Record<string, string> {
  const [name, ...others] = handlerFiles(manifest);
  if (name === undefined || others.length > 0) {
    throw new Error('A ready bundle can be used only when all handlers are in one file.');
  }
  return { [name]: path.resolve(file) };
}

function handlerFiles(manifest: Manifest): string[] {
  const files = [...manifest.functions.values()].map(({ handler }) =>
    handler.slice(0, handler.lastIndexOf('.')),
  );
  return [...new Set(files)];
}
