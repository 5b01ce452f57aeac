'use strict';
const fs = require('node:fs');
const path = require('node:path');

/**
 * Every file under `folder`, with paths relative to the working directory: the form in which the
 * official linter recognises the file of a handler.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesUnder(path.join(folder, entry.name))
        : [path.join(folder, entry.name)],
    );
}

/**
 * The app's back-end sources.
 *
 * @returns {string[]} at least one file
 * @throws {Error} when there is no `src` folder
 */
function sourceFiles() {
  if (!fs.existsSync('src')) throw new Error(`no src folder in ${process.cwd()}`);
  return filesUnder('src').sort();
}

module.exports = { sourceFiles };
