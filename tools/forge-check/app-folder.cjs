'use strict';
const path = require('node:path');

/**
 * Makes the app's folder the working directory and returns it. Forge's packages read `manifest.yml`,
 * `tsconfig.json` and `src/` from the working directory and take no other folder.
 *
 * @param {string | undefined} folder where `manifest.yml` is; the repository's root when left out
 * @returns {string} the absolute path
 */
function enterApp(folder) {
  const app = path.resolve(folder ?? path.join(__dirname, '..', '..'));
  process.chdir(app);
  return app;
}

/** What Forge's packages log to. Their progress notes are dropped, what they find is not. */
const logger = {
  info: (line) => console.log(line),
  warn: (line) => console.warn(line),
  error: (line) => console.error(line),
  debug: () => {},
  trace: () => {},
};

/**
 * Ends the process with the check's answer as its exit code, or with 2 when the check itself broke.
 *
 * @param {() => Promise<number>} check
 */
function run(check) {
  check().then(
    (code) => process.exit(code),
    (error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(2);
    },
  );
}

module.exports = { enterApp, logger, run };
