'use strict';
// Usage: node jira-scopes.cjs [app folder]. Writes jira-scopes.json: the part of Jira's OpenAPI
// document that says which scopes the app's calls need, for the linter to read offline. Run it after
// adding a call to Jira (lint.cjs says when). The document is 2.4 MB, so it is not in this
// repository: it is looked for in $SPECS_DIR, else in ../shared/specs beside the repository.
// https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json is the newest one.
const fs = require('node:fs');
const path = require('node:path');
// The repository's own formatter, found in the root's node_modules.
const prettier = require('prettier');
const { enterApp, run } = require('./app-folder.cjs');
const { jiraCalls, pathTemplate } = require('./jira-calls.cjs');
const { sourceFiles } = require('./source-files.cjs');

const OUTPUT = path.join(__dirname, 'jira-scopes.json');

function readDocument() {
  const folder = process.env.SPECS_DIR ?? path.join(__dirname, '..', '..', '..', 'shared', 'specs');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const name = names
    .filter((entry) => /^jira-platform-v3.*\.json$/.test(entry))
    .sort()
    .pop();
  if (!name) {
    throw new Error(
      `no jira-platform-v3*.json in ${folder}: set SPECS_DIR to the folder that has it`,
    );
  }
  return JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
}

run(async () => {
  enterApp(process.argv[2]);
  const { openapi, info, paths } = readDocument();
  const slice = {};
  let unknown = 0;
  for (const call of jiraCalls(sourceFiles())) {
    const template = pathTemplate(paths, call);
    if (!template) {
      unknown += 1;
      console.error(`${call.where}: Jira has no ${call.method ?? '(unknown method)'} ${call.path}`);
      continue;
    }
    const { operationId, 'x-atlassian-oauth2-scopes': scopes = [] } = paths[template][call.method];
    slice[template] ??= {};
    slice[template][call.method] = { operationId, 'x-atlassian-oauth2-scopes': scopes };
  }
  if (unknown > 0) return 1;
  const sorted = (entries) => Object.fromEntries(Object.entries(entries).sort());
  for (const template of Object.keys(slice)) slice[template] = sorted(slice[template]);
  const { title, version, license } = info;
  const document = { openapi, info: { title, version, license }, paths: sorted(slice) };
  const style = await prettier.resolveConfig(OUTPUT);
  const text = await prettier.format(JSON.stringify(document), { ...style, filepath: OUTPUT });
  fs.writeFileSync(OUTPUT, text);
  console.log(
    `${path.basename(OUTPUT)}: ${Object.values(slice).flatMap(Object.keys).length} operations`,
  );
  return 0;
});
