'use strict';
// Guarantee: a call to Jira whose scope the manifest lacks, or that nobody can name, is never passed
// over, however it is written. Run with `npm test`.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, test } = require('node:test');
const { jiraCalls } = require('./jira-calls.cjs');
const { scopeProblems } = require('./scope-check.cjs');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scope-check-'));
after(() => fs.rmSync(folder, { recursive: true }));

function source(text) {
  const file = path.join(folder, 'source.ts');
  fs.writeFileSync(file, text);
  return [file];
}

const found = (text) => jiraCalls(source(text)).map(({ method, path: where }) => [method, where]);

const operation = (...scopes) => ({
  'x-atlassian-oauth2-scopes': [{ state: 'Current', scopes }],
});
const paths = {
  '/rest/api/3/issue/{issueIdOrKey}': { get: operation('read:work'), put: operation('write:work') },
  '/rest/api/3/issue/bulkfetch': { post: operation('read:work') },
};
const everyCall =
  'send("GET", `/rest/api/3/issue/${id}`); send("PUT", `/rest/api/3/issue/${id}`);' +
  'send("POST", "/rest/api/3/issue/bulkfetch");';

test('a method is read from options, from an argument and from the name of the call', () => {
  assert.deepEqual(found('jira(route`/rest/api/3/issue/${id}`, { method: "PUT" })'), [
    ['put', '/rest/api/3/issue/{}'],
  ]);
  assert.deepEqual(found('jira({ path: route`/rest/api/3/issue/${id}`, method: "DELETE" })'), [
    ['delete', '/rest/api/3/issue/{}'],
  ]);
  assert.deepEqual(found('send("POST", "/rest/api/3/issue")'), [['post', '/rest/api/3/issue']]);
  assert.deepEqual(found('jira.put(route`/rest/api/3/issue/${id}`)'), [
    ['put', '/rest/api/3/issue/{}'],
  ]);
  assert.deepEqual(found('jira(route`/rest/api/3/myself`)'), [['get', '/rest/api/3/myself']]);
  assert.deepEqual(found('cache.put(await jira({ route: route`/rest/api/3/myself` }))'), [
    ['get', '/rest/api/3/myself'],
  ]);
});

test('a query string is no part of the path, written out or appended', () => {
  assert.deepEqual(found('get(`/rest/api/3/user?accountId=${id}`)'), [['get', '/rest/api/3/user']]);
  assert.deepEqual(found('get(`/rest/api/3/issue/${id}${query}`)'), [
    ['get', '/rest/api/3/issue/{}'],
  ]);
});

test('a path outside any call and a method that is no literal are reported', async () => {
  for (const text of [
    'const later = route`/rest/api/3/issue/${id}`;',
    'jira(`/rest/api/3/issue/${id}`, { method })',
    'const path = (id) => `/rest/api/3/issue/${id}`;',
  ]) {
    const problems = await scopeProblems(
      source(everyCall + text),
      ['read:work', 'write:work'],
      paths,
    );
    assert.equal(problems.length, 1, text);
    assert.match(problems[0], /says its method/);
  }
});

test('every scope that a call needs has to be declared, in either form of the manifest', async () => {
  const files = source(everyCall);
  assert.deepEqual(await scopeProblems(files, ['read:work', 'write:work'], paths), []);
  const asMap = { 'read:work': { allowImpersonation: true }, 'write:work': {} };
  assert.deepEqual(await scopeProblems(files, asMap, paths), []);
  const problems = await scopeProblems(files, ['read:work'], paths);
  assert.equal(problems.length, 1);
  assert.match(problems[0], /PUT \/rest\/api\/3\/issue\/\{\} needs the scope write:work/);
});

test('a literal path is not mistaken for a value: bulkfetch is no issue key', async () => {
  const files = source(`${everyCall} send("PUT", "/rest/api/3/issue/bulkfetch");`);
  const problems = await scopeProblems(files, ['read:work', 'write:work'], paths);
  assert.equal(problems.length, 1);
  assert.match(problems[0], /PUT \/rest\/api\/3\/issue\/bulkfetch is not in jira-scopes\.json/);
});

test('a call that the slice lacks and an operation that nothing calls are both reported', async () => {
  const scopes = ['read:work', 'write:work'];
  const extra = await scopeProblems(
    source(`${everyCall} get("/rest/api/3/field");`),
    scopes,
    paths,
  );
  assert.match(extra.join(), /GET \/rest\/api\/3\/field is not in jira-scopes\.json/);
  const unused = await scopeProblems(source('get(`/rest/api/3/issue/${id}`)'), scopes, paths);
  assert.equal(unused.length, 2);
  assert.match(unused.join(), /nothing calls put/);
});
