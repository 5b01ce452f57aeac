import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { applyAgileErrata, applyErrata } from './jira-errata';

const SPECS_DIR = process.env.SPECS_DIR ?? resolve(__dirname, '../../../shared/specs');
const FILE = join(SPECS_DIR, 'jira-platform-v3.2026-06-10.json');
/** Boards and sprints have a document of their own, whose schemas stand where they are used. */
const AGILE_FILE = join(SPECS_DIR, 'jira-software.2026-06-10.json');
const SPEC_KEY = 'jira';

/** Whether the vendor's OpenAPI document is at hand. */
export const jiraSpecIsThere = existsSync(FILE) && existsSync(AGILE_FILE);

const contentSchema = z
  .record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()).optional() }))
  .optional();
const operationSchema = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
    .optional(),
  requestBody: z.object({ required: z.boolean().optional(), content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema })),
  'x-atlassian-oauth2-scopes': z
    .array(z.object({ state: z.string(), scopes: z.array(z.string()) }))
    .optional(),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
});

type Document = z.infer<typeof documentSchema>;
type Definition = z.infer<typeof operationSchema>;

interface Spec {
  document: Document;
  /** For bodies, taken as they are. */
  strict: Ajv;
  /** For query values, which are all text. */
  coercing: Ajv;
}

interface Operation {
  /** JSON pointer of the operation in the document. */
  pointer: string;
  /** Path as the document has it. */
  template: string;
  definition: Definition;
}

const readDocument = (file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, unknown> };

let loaded: Spec | undefined;

function spec(): Spec {
  if (loaded) return loaded;
  const platform = readDocument(FILE);
  const agile = readDocument(AGILE_FILE);
  applyAgileErrata(agile.paths);
  const raw = { ...platform, paths: { ...platform.paths, ...agile.paths } };
  const document = documentSchema.parse(raw);
  applyErrata((raw as unknown as { components: { schemas: never } }).components.schemas);
  const ajv = (options: object) => {
    const made = new Ajv({ strict: false, allErrors: true, ...options });
    addFormats(made);
    return made.addSchema(raw, SPEC_KEY);
  };
  loaded = { document, strict: ajv({}), coercing: ajv({ coerceTypes: 'array' }) };
  return loaded;
}

/** The path of the vendor's document that a request falls under, such as `/rest/api/3/issue/{issueIdOrKey}`. */
export function jiraOperation(method: string, path: string): string | undefined {
  return findOperation(method, path)?.template;
}

/** The scopes that an app must have for an operation: the classic ones, all of them. */
export function jiraScopes(method: string, path: string): string[] | undefined {
  const operation = findOperation(method, path);
  const alternatives = operation?.definition['x-atlassian-oauth2-scopes'];
  return alternatives?.find(({ state }) => state === 'Current')?.scopes;
}

/**
 * What is wrong with a request, measured by the vendor's document with its errata.
 * @param path without the query, `/rest/api/3/...`
 * @param query by parameter name, decoded; a repeated parameter is a list
 * @param body parsed JSON, undefined when there is none
 * @returns one line per problem, empty when the request is right
 */
export function requestProblems(
  method: string,
  path: string,
  query: Readonly<Record<string, string | string[]>> = {},
  body?: unknown,
): string[] {
  const operation = findOperation(method, path);
  if (!operation) return [`${method} ${path} is not in the document`];
  return [
    ...queryProblems(operation, query),
    ...bodyProblems(operation, `${method} ${path}`, body),
  ];
}

/**
 * What is wrong with an answer, measured by the vendor's document with its errata. The document
 * gives few error bodies; the others must be empty, text, or have Jira's error envelope.
 * @param body parsed JSON, text, or undefined when the answer is empty
 * @returns one line per problem, empty when the answer is right
 */
export function responseProblems(
  method: string,
  path: string,
  status: number,
  body?: unknown,
): string[] {
  const operation = findOperation(method, path);
  if (!operation) {
    return status === 501 ? [] : [`${method} ${path} is not in the document`];
  }
  const response = operation.definition.responses[String(status)];
  if (!response) {
    // Any operation may answer these, though the document names them for some only.
    if (status === 401 || status === 429 || status >= 500) return envelopeProblems(body);
    return [`${method} ${path} has no documented status ${status}`];
  }
  const media = response.content?.['application/json'];
  // Some answers of the Agile document have an example and no schema.
  if (media && !media.schema && status < 400)
    return body === undefined ? ['the body is missing'] : [];
  const schema = media?.schema;
  if (!schema) {
    if (status >= 400) return envelopeProblems(body);
    return body === undefined ? [] : [`${method} ${path} answers ${status} with a body`];
  }
  if (body === undefined) {
    // A 401 was recorded as text and a 404 as nothing; an empty schema promises no body.
    const mayBeEmpty = status >= 400 || Object.keys(schema).length === 0;
    return mayBeEmpty ? [] : [`${method} ${path} answers ${status} without its body`];
  }
  const at = `${operation.pointer}/responses/${status}/content/application~1json/schema`;
  return errorsOf(compiled(spec().strict, at), body);
}

function findOperation(method: string, path: string): Operation | undefined {
  const verb = method.toLowerCase();
  const { paths } = spec().document;
  const candidates = Object.keys(paths)
    .filter((template) => paths[template]?.[verb] !== undefined)
    .filter((template) => patternOf(template).test(path))
    .sort((a, b) => parameterCount(a) - parameterCount(b));
  const [template] = candidates;
  if (template === undefined) return undefined;
  const pointer = `/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1')}/${verb}`;
  return { pointer, template, definition: operationSchema.parse(paths[template]?.[verb]) };
}

const patternOf = (template: string) =>
  new RegExp(`^${template.replace(/[.*+?^$|()[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`);

const parameterCount = (template: string) => template.split('{').length;

function queryProblems(
  { definition, pointer }: Operation,
  query: Readonly<Record<string, string | string[]>>,
): string[] {
  const parameters = (definition.parameters ?? []).map((parameter, index) => ({
    ...parameter,
    at: `${pointer}/parameters/${index}/schema`,
  }));
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const missing = known
    .filter(({ name, required }) => required && query[name] === undefined)
    .map(({ name }) => `the query lacks ${name}`);
  const wrong = Object.entries(query).flatMap(([name, value]) => {
    const parameter = known.find((other) => other.name === name);
    if (!parameter) return [`the query has an unknown ${name}`];
    const box = { value: structuredClone(value) };
    const validate = boxed(parameter.at);
    return errorsOf(validate, box).map((problem) => `query ${name}: ${problem}`);
  });
  return [...missing, ...wrong];
}

const boxes = new Map<string, ValidateFunction>();

/** Coercion replaces a value in its object, so a query value is checked inside of one. */
function boxed(pointer: string): ValidateFunction {
  const made =
    boxes.get(pointer) ??
    spec().coercing.compile({
      type: 'object',
      properties: { value: { $ref: `${SPEC_KEY}#${encodePointer(pointer)}` } },
    });
  boxes.set(pointer, made);
  return made;
}

function bodyProblems({ definition, pointer }: Operation, what: string, body: unknown): string[] {
  const wanted = definition.requestBody;
  if (!wanted) return body === undefined ? [] : [`${what} takes no body`];
  if (body === undefined) return wanted.required === true ? [`${what} needs a body`] : [];
  if (!wanted.content?.['application/json']?.schema) return [];
  const at = `${pointer}/requestBody/content/application~1json/schema`;
  return errorsOf(compiled(spec().strict, at), body);
}

const envelope = z.object({ errorMessages: z.array(z.string()) }).loose();

function envelopeProblems(body: unknown): string[] {
  if (body === undefined || typeof body === 'string') return [];
  return envelope.safeParse(body).success ? [] : ['the error lacks its list of errorMessages'];
}

function compiled(ajv: Ajv, pointer: string): ValidateFunction {
  const ref = `${SPEC_KEY}#${encodePointer(pointer)}`;
  const found = ajv.getSchema(ref);
  if (!found) throw new Error(`The document has nothing at ${pointer}`);
  return found as ValidateFunction;
}

/** Braces of path templates must be encoded to stand in a reference. */
const encodePointer = (pointer: string) => pointer.replaceAll('{', '%7B').replaceAll('}', '%7D');

function errorsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(describeError);
}

function describeError({ instancePath, message, params }: ErrorObject): string {
  const extra = (params as { additionalProperty?: string }).additionalProperty;
  return `${instancePath || '/'} ${message ?? 'is wrong'}${extra ? `: ${extra}` : ''}`;
}
