'use strict';
// Usage: node bundle.cjs [app folder] [folder to keep the bundle in]. Exit code 1 when the official
// bundler refuses the app, when the code is over the limit, or when a handler is missing from it.
// This file has to stay CommonJS: the bundler asks for `require.main`.
const fs = require('node:fs');
const path = require('node:path');
const { getEntryPoints, getNodeBundler, LocalWrapperProvider } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
const { enterApp, logger, run } = require('./app-folder.cjs');
const { bundleContents } = require('./bundle-contents.cjs');

/** Unminified, as Forge deploys it, unused functions and all; docs/decisions/0009 says why there is a limit. */
const LIMIT_BYTES = 1_200_000;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The bundled files, without source maps. */
function codeFiles(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.cjs'))
    .map((name) => ({ name, bytes: fs.statSync(path.join(folder, name)).size }));
}

/** Neither the bundler nor the linter follows a handler to the function behind it; loading does. */
function missingHandlers(folder, handlers) {
  return handlers
    .filter(({ module, func }) => {
      const exported = require(path.join(folder, `${module}.cjs`));
      return typeof exported[func] !== 'function';
    })
    .map(({ module, func }) => `${module}.${func} is in manifest.yml and is no exported function`);
}

run(async () => {
  const keep = process.argv[3] && path.resolve(process.argv[3]);
  const appDirectory = enterApp(process.argv[2]);
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const runtime = new LocalWrapperProvider(new FileSystemReader(), path.join(__dirname, 'runtime'));
  const handlers = await config.getAppHandlers();
  const { outputDir } = await getNodeBundler(logger, runtime, config).bundle({
    appDirectory,
    entryPoints: getEntryPoints(handlers),
  });
  if (keep) fs.cpSync(outputDir, keep, { recursive: true });
  const files = codeFiles(outputDir);
  for (const { name, bytes } of files) {
    console.log(`${name} ${kilobytes(bytes)}, by the size of its sources:`);
    for (const part of bundleContents(path.join(outputDir, `${name}.map`))) {
      console.log(`  ${part.name} ${kilobytes(part.bytes)}`);
    }
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const problems = missingHandlers(outputDir, handlers);
  if (total > LIMIT_BYTES)
    problems.push(`${kilobytes(total)} of code, over the limit of ${kilobytes(LIMIT_BYTES)}`);
  for (const problem of problems) console.error(`error ${problem}`);
  const { version } = require('@forge/bundler/package.json');
  console.log(
    `forge bundle (@forge/bundler ${version}): ${kilobytes(total)}, ${handlers.length} handlers`,
  );
  return problems.length === 0 ? 0 : 1;
});
