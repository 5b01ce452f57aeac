import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Style sheet and script of the pages, ready to send. */
export interface Assets {
  css: string;
  js: string;
}

/** Reads the style sheet and bundles the script. */
export function readAssets(): Assets {
  const bundle = buildSync({
    entryPoints: [join(__dirname, 'client', 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const js = bundle.outputFiles[0]?.text;
  if (js === undefined) throw new Error('The script of the Align pages could not be bundled');
  return { css: readFileSync(join(__dirname, 'style.css'), 'utf8'), js };
}
