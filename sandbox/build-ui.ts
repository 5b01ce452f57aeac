import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const STATIC = path.resolve(__dirname, '..', 'static');
const BUILT = path.join(STATIC, 'build', 'index.html');
const CONTRACT = path.resolve(__dirname, '..', 'src', 'contract');

/** Builds the Custom UI unless the build is newer than everything it is made of. */
export async function buildUi(): Promise<'built' | 'up to date'> {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newest([STATIC, CONTRACT]))
    return 'up to date';
  const { build } = await import('vite');
  await build({ root: STATIC, configFile: path.join(STATIC, 'vite.config.mts'), logLevel: 'warn' });
  return 'built';
}

/** Newest change below the folders, in milliseconds since the epoch. */
function newest(folders: readonly string[]): number {
  let latest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isFile()) latest = Math.max(latest, statSync(file).mtimeMs);
      else if (entry.isDirectory() && entry.name !== 'build')
        latest = Math.max(latest, newest([file]));
    }
  }
  return latest;
}
