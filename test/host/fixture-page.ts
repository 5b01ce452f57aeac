import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { FIXTURE_APP } from './fixture-host';

const NODE_MODULES = path.join(__dirname, '..', '..', 'node_modules');

/** A copy of the fixture app with its Custom UI built, as `npm run build` leaves a real app. */
export async function buildFixtureWithPage(): Promise<{ appDir: string; remove: () => void }> {
  const appDir = mkdtempSync(path.join(tmpdir(), 'forge-fixture-'));
  cpSync(FIXTURE_APP, appDir, { recursive: true });
  symlinkSync(NODE_MODULES, path.join(appDir, 'node_modules'));
  const src = path.join(appDir, 'static', 'src');
  const outdir = path.join(appDir, 'static', 'build');
  cpSync(src, outdir, { recursive: true, filter: (file) => !file.endsWith('.ts') });
  await build({
    entryPoints: [path.join(src, 'main.ts')],
    outdir,
    bundle: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return { appDir, remove: () => rmSync(appDir, { recursive: true, force: true }) };
}
