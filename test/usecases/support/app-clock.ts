import { build } from 'esbuild';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const APP = path.resolve(__dirname, '../../..');

/**
 * The app's clock. The app waits a minute or two before it believes that a creation whose answer was lost has not
 * taken effect; with this a test lets that time pass without waiting for it.
 */
export interface AppClock {
  /** Bundle of the real app to start the host with; its `Date` runs ahead of the machine's clock. */
  bundle: string;
  /** Lets so many milliseconds pass, for the app alone. */
  advance(ms: number): void;
  /** Ends the app's process at once, whatever it is doing, as an invocation does that is out of time or memory. */
  kill(): void;
  remove(): void;
}

/** Bundles `src/index.ts` as the host does, behind a banner that moves `Date` by what a file says. */
export async function appClock(): Promise<AppClock> {
  const folder = mkdtempSync(path.join(tmpdir(), 'app-clock-'));
  const aheadFile = path.join(folder, 'ahead-ms');
  const pidFile = path.join(folder, 'pid');
  const bundle = path.join(folder, 'index.cjs');
  let ahead = 0;
  const write = () => {
    // The child must never read half a number.
    writeFileSync(`${aheadFile}.new`, String(ahead));
    renameSync(`${aheadFile}.new`, aheadFile);
  };
  write();
  await build({
    entryPoints: [path.join(APP, 'src/index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'error',
    banner: { js: banner(aheadFile, pidFile) },
  });
  return {
    bundle,
    advance(ms) {
      ahead += ms;
      write();
    },
    kill: () => void process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function banner(aheadFile: string, pidFile: string): string {
  return `
require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
globalThis.Date = (() => {
  const { readFileSync } = require('node:fs');
  const RealDate = Date;
  const now = () => RealDate.now() + Number(readFileSync(${JSON.stringify(aheadFile)}, 'utf8'));
  return new Proxy(RealDate, {
    construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
    get: (target, name, as) => (name === 'now' ? now : Reflect.get(target, name, as)),
  });
})();`;
}
