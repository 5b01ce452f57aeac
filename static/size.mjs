/** Prints what each surface loads before and after its first paint, in kB, from the manifest of the last build. */
/* eslint-disable no-console -- this script exists to print */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const build = new URL('./build/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', build), 'utf8'));
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(7);

/** The chunk and everything it imports statically. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

function sizeOf(keys) {
  const files = [...keys].map((key) => readFileSync(new URL(manifest[key].file, build)));
  const gzip = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  return { raw: files.reduce((sum, file) => sum + file.length, 0), gzip };
}

function print(name, keys) {
  const { raw, gzip } = sizeOf(keys);
  console.log(`${name.padEnd(44)} ${kilobytes(raw)} ${kilobytes(gzip)}`);
}

const entry = closure('index.html');
/** What a surface loads beside itself, as `open-surface.tsx` asks for it. */
const beside = (name) =>
  (name === 'issue-panel' ? ['texts/en-panel'] : ['platform/open-router', 'texts/en']).map(
    (file) => {
      const found = manifest['index.html'].dynamicImports.find((key) =>
        new RegExp(`(^src/${file}\\.ts|^_${file.split('/')[1]}-.{8}\\.js)$`).test(key),
      );
      if (!found) throw new Error(`The build has no chunk for ${file}.`);
      return found;
    },
  );
console.log(`${'JavaScript, kB'.padEnd(44)} ${'raw'.padStart(7)} ${'gzip'.padStart(7)}`);
print('shell', entry);
for (const name of ['admin-page', 'project-settings', 'issue-panel']) {
  const key = `src/surfaces/${name}.tsx`;
  const initial = new Set([...entry, ...closure(key)]);
  for (const chunk of beside(name)) closure(chunk, initial);
  print(`${name}: first paint`, initial);
  for (const tab of manifest[key].dynamicImports ?? []) {
    const added = [...closure(tab)].filter((chunk) => !initial.has(chunk));
    print(`  + ${tab.replace('src/', '').replace('.tsx', '')}`, added);
  }
}
