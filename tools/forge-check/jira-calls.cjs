'use strict';
const fs = require('node:fs');
const ts = require('typescript');

/**
 * A Jira REST call as it is written in a source file.
 *
 * @typedef {object} JiraCall
 * @property {string} method lower case; undefined when the source does not say it literally
 * @property {string} path without the query string, `{}` for every value filled in
 * @property {string} where `file:line`
 */

const METHODS = new Set(['get', 'post', 'put', 'delete', 'patch']);
const JIRA_PATH = /^\/rest\/(api|agile)\//;

/** The text of a string or template with `{}` for each expression; undefined for anything else. */
function textOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join('');
}

/** Cuts the query string, also one that is appended as a value of its own (`/issue/${id}${query}`). */
function withoutQuery(text) {
  return text.replace(/\?.*$/s, '').replace(/([^/])\{\}$/, '$1');
}

function literalMethod(node) {
  const word = ts.isStringLiteral(node) ? node.text.toLowerCase() : undefined;
  return METHODS.has(word) ? word : undefined;
}

/** The `method` of an options object: its value, `null` when it is not a literal, else undefined. */
function methodProperty(node) {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const property = node.properties.find((entry) => entry.name?.getText() === 'method');
  if (!property) return undefined;
  const value = ts.isPropertyAssignment(property) ? literalMethod(property.initializer) : undefined;
  return value ?? null;
}

function calleeMethod(call) {
  const { expression } = call;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  const word = ts.isIdentifier(name) ? name.text.toLowerCase() : undefined;
  return METHODS.has(word) ? word : undefined;
}

/**
 * The method named nearest around a path, up to the call that is awaited. As with `fetch`, a call
 * that names none is a GET; a path that is in no call at all has no method.
 */
function methodAround(path) {
  let inCall = false;
  for (let node = path.parent; node && !ts.isStatement(node); node = node.parent) {
    if (ts.isFunctionLike(node) || ts.isAwaitExpression(node)) break;
    const options = ts.isCallExpression(node) ? node.arguments.map(methodProperty) : [];
    const named = [methodProperty(node), ...options].find((method) => method !== undefined);
    if (named !== undefined) return named ?? undefined;
    if (!ts.isCallExpression(node)) continue;
    inCall = true;
    const method = node.arguments.map(literalMethod).find(Boolean) ?? calleeMethod(node);
    if (method) return method;
  }
  return inCall ? 'get' : undefined;
}

/**
 * Every Jira REST path written in the given TypeScript files.
 *
 * @param {string[]} files
 * @returns {JiraCall[]}
 */
function jiraCalls(files) {
  const calls = [];
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const text = fs.readFileSync(file, 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      const written = textOf(node);
      if (written !== undefined && JIRA_PATH.test(written)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const where = `${file}:${line}`;
        calls.push({ method: methodAround(node), path: withoutQuery(written), where });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return calls;
}

/**
 * The path template of an OpenAPI document that a call hits: the one with the most literal segments
 * where several fit, as a router picks it. So `/issue/bulkfetch` is never read as an issue's key.
 *
 * @param {Record<string, Record<string, object>>} paths the document's `paths`
 * @param {JiraCall} call
 * @returns {string | undefined} undefined when no path fits, or the one that does lacks the method
 */
function pathTemplate(paths, call) {
  const wanted = call.path.split('/');
  const literals = (template) => template.split('/').filter((part) => !part.startsWith('{')).length;
  const fits = (template) => {
    const parts = template.split('/');
    return (
      parts.length === wanted.length &&
      parts.every((part, at) => part === wanted[at] || part.startsWith('{'))
    );
  };
  const [best] = Object.keys(paths)
    .filter(fits)
    .sort((a, b) => literals(b) - literals(a));
  return best && paths[best][call.method] ? best : undefined;
}

module.exports = { jiraCalls, pathTemplate };
