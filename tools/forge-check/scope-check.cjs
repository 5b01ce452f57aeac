'use strict';
const { getMissingScopes } = require('@forge/manifest');
const { jiraCalls, pathTemplate } = require('./jira-calls.cjs');

const REGENERATE = 'run `npm run jira-scopes` in tools/forge-check';

/**
 * What is wrong with the scopes of the app's calls to Jira. The official permission linter knows a
 * call only when a literal path and a literal options object are handed to `requestJira` itself; the
 * app sends all its calls through one client, so this looks at every Jira path in the sources.
 *
 * @param {string[]} files the app's sources
 * @param {object | string[]} declared `permissions.scopes` of the manifest
 * @param {Record<string, Record<string, object>>} paths of jira-scopes.json
 * @returns {Promise<string[]>} one line per problem
 */
async function scopeProblems(files, declared, paths) {
  const problems = [];
  const used = new Set();
  for (const call of jiraCalls(files)) {
    if (!call.method) {
      problems.push(`${call.where}: no call around ${call.path} says its method`);
      continue;
    }
    const name = `${call.method.toUpperCase()} ${call.path}`;
    const template = pathTemplate(paths, call);
    if (!template) {
      problems.push(`${call.where}: ${name} is not in jira-scopes.json; ${REGENERATE}`);
      continue;
    }
    used.add(`${call.method} ${template}`);
    const scopes = paths[template][call.method]['x-atlassian-oauth2-scopes'];
    const inState = (state) =>
      scopes.filter((entry) => entry.state === state).flatMap((entry) => entry.scopes);
    const required = { current: inState('Current'), beta: inState('Beta') };
    for (const scope of await getMissingScopes(declared, required)) {
      problems.push(`${call.where}: ${name} needs the scope ${scope}, which manifest.yml lacks`);
    }
  }
  for (const [template, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) {
      if (!used.has(`${method} ${template}`)) {
        problems.push(
          `jira-scopes.json: nothing calls ${method} ${template} any more; ${REGENERATE}`,
        );
      }
    }
  }
  return problems;
}

module.exports = { scopeProblems };
