'use strict';
// Usage: node lint.cjs [app folder]. Exit code 1 when the official linter finds anything.
// This is the part of `forge lint` that runs on the developer's machine: the command itself also
// asks Atlassian's servers and so needs an account.
const fs = require('node:fs');
const path = require('node:path');

const JIRA_SCOPES = path.join(__dirname, 'jira-scopes.json');
const NO_PATHS = path.join(__dirname, 'no-paths.json');
// The linter downloads six documents unless every one of these names a file.
Object.assign(process.env, {
  USE_LOCAL_SWAGGER: '1',
  LOCAL_JIRA_SWAGGER: JIRA_SCOPES,
  LOCAL_JSM_SWAGGER: NO_PATHS,
  LOCAL_JSW_SWAGGER: NO_PATHS,
  LOCAL_CONF_SWAGGER: NO_PATHS,
  LOCAL_CONF_V2_SWAGGER: NO_PATHS,
  LOCAL_BB_SWAGGER: NO_PATHS,
});

const {
  ConfigFile,
  FileSystemReader,
  FileSystemWriter,
  listTSConfigIncludeExclude,
} = require('@forge/cli-shared');
const { lint, problemCount, reportLintResults } = require('@forge/lint');
const { enterApp, logger, run } = require('./app-folder.cjs');
const { scopeProblems } = require('./scope-check.cjs');
const { sourceFiles } = require('./source-files.cjs');

/** The list of runtimes being retired comes from Atlassian's servers; offline it is empty. */
const featureFlags = { getDeprecatedRuntimes: async () => [] };

/** The linter passes over a TypeScript file that no pattern of tsconfig.json's `include` names. */
async function skippedFiles(files) {
  const { include, exclude } = await listTSConfigIncludeExclude(new FileSystemReader());
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => !include.includes(path.resolve(file)) || exclude.includes(path.resolve(file)))
    .map((file) => `${file}: not linted, because tsconfig.json's "include" does not match it`);
}

run(async () => {
  enterApp(process.argv[2]);
  const files = sourceFiles();
  const manifest = await new ConfigFile(
    new FileSystemReader(),
    new FileSystemWriter(),
  ).readConfig();
  const mode = { linter: { mode: 'client-side' } };
  const results = await lint(files, manifest, 'development', logger, featureFlags, mode);
  reportLintResults(logger, results);
  const { paths } = JSON.parse(fs.readFileSync(JIRA_SCOPES, 'utf8'));
  const further = [
    ...(await skippedFiles(files)),
    ...(await scopeProblems(files, manifest.permissions?.scopes, paths)),
  ];
  for (const problem of further) console.error(`error ${problem}`);
  // Warnings count: a handler that the manifest names and no file exports is one.
  const { errors, warnings, approvals } = problemCount(results);
  const problems = errors + warnings + approvals + further.length;
  console.log(`forge lint (offline): ${files.length} files, ${problems} problem(s)`);
  return problems === 0 ? 0 : 1;
});
