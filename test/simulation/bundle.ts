import { build, type Plugin } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** A change of one source file, to build the app with a defect. */
export interface Patch {
  /** Path below the repository. */
  file: string;
  /** Text that occurs exactly once. */
  find: string;
  replace: string;
}

export interface Bundle {
  file: string;
  remove(): void;
}

/** Bundles the simulator with the app, so that worker threads run it without a compiler. */
export async function bundleSimulator(patches: readonly Patch[] = []): Promise<Bundle> {
  const folder = mkdtempSync(path.join(tmpdir(), 'simulation-'));
  const file = path.join(folder, 'worker.cjs');
  await build({
    entryPoints: [path.join(__dirname, 'worker.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    plugins: [patching(patches)],
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @throws Error when a text to be replaced does not occur exactly once: the defect no longer fits the source */
function patching(patches: readonly Patch[]): Plugin {
  return {
    name: 'patches',
    setup({ onLoad }) {
      for (const file of new Set(patches.map((patch) => patch.file))) {
        const full = path.join(ROOT, file);
        const exactly = new RegExp(`^${full.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
        onLoad({ filter: exactly }, () => {
          let contents = readFileSync(full, 'utf8');
          for (const { find, replace } of patches.filter((patch) => patch.file === file)) {
            if (contents.split(find).length !== 2) {
              throw new Error(`${file} does not hold exactly once: ${find}`);
            }
            contents = contents.replace(find, () => replace);
          }
          return { contents, loader: 'ts' };
        });
      }
    },
  };
}
