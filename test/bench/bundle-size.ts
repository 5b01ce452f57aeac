import path from 'node:path';
import { buildSync } from 'esbuild';

const ENTRY = path.resolve(__dirname, '../../src/index.ts');

/** Size of the back end's bundle. */
export interface BundleSize {
  bundler: string;
  minified: false;
  /** The file as esbuild writes it. */
  bytes: number;
  /** The same without the lines that are comments only, which esbuild keeps for every file and class member. */
  codeBytes: number;
}

/** Bundles `src/index.ts` with everything it uses, unminified, as the sandbox does. */
export function bundleSize(): BundleSize {
  const { outputFiles } = buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  });
  const text = outputFiles[0]?.text ?? '';
  return {
    bundler: 'esbuild',
    minified: false,
    bytes: Buffer.byteLength(text),
    codeBytes: Buffer.byteLength(withoutComments(text)),
  };
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/\*|\*)/.test(line))
    .join('\n');
}
