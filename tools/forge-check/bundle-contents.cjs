'use strict';
const fs = require('node:fs');

/** `@scope/name` or `name` after the last `node_modules/`; the app's own sources otherwise. */
function owner(source) {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? 'src';
}

/**
 * What a bundle is made of, by package, largest first. Counted in the sources that the map names, so
 * it is the weight before TypeScript drops types and comments: good for finding the heavy ones only.
 *
 * @param {string} mapFile the bundle's source map
 * @returns {{ name: string, bytes: number }[]}
 */
function bundleContents(mapFile) {
  const { sources, sourcesContent } = JSON.parse(fs.readFileSync(mapFile, 'utf8'));
  const totals = new Map();
  sources.forEach((source, at) => {
    const bytes = Buffer.byteLength(sourcesContent[at] ?? '');
    totals.set(owner(source), (totals.get(owner(source)) ?? 0) + bytes);
  });
  return [...totals].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes);
}

module.exports = { bundleContents };
