import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const SPECS_DIR = process.env.SPECS_DIR ?? resolve(__dirname, '../../../shared/specs');
const FILE = join(SPECS_DIR, 'jira-align-reconstructed.yaml');
const BASE = '/rest/align/api/2';
const SPEC_KEY = 'align';

/** Whether the reconstructed OpenAPI document is at hand. */
export const alignSpecIsThere = existsSync(FILE);

const ownParameterSchema = z.object({ name: z.string(), in: z.string(), schema: z.unknown() });
const parameterSchema = z.union([z.object({ $ref: z.string() }), ownParameterSchema]);
const contentSchema = z.record(z.string(), z.unknown()).optional();
const operationSchema = z.object({
  parameters: z.array(parameterSchema).optional(),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema })),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    parameters: z.record(
      z.string(),
      z.object({ name: z.string(), in: z.string(), schema: z.unknown() }),
    ),
  }),
});
const dtoSchema = z.object({ properties: z.record(z.string(), z.unknown()).optional() });

type Document = z.infer<typeof documentSchema>;

interface Operation {
  /** JSON pointer of the operation in the document. */
  pointer: string;
  definition: z.infer<typeof operationSchema>;
}

let loaded: { document: Document; ajv: Ajv2020 } | undefined;

function spec(): { document: Document; ajv: Ajv2020 } {
  if (loaded) return loaded;
  const raw: unknown = parse(readFileSync(FILE, 'utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  ajv.addSchema(raw as object, SPEC_KEY);
  loaded = { document: documentSchema.parse(raw), ajv };
  return loaded;
}

/** The properties that the document gives a DTO, or undefined when it has no such schema. */
export function dtoProperties(name: string): string[] | undefined {
  const schema = spec().document.components.schemas[name];
  return schema === undefined ? undefined : Object.keys(dtoSchema.parse(schema).properties ?? {});
}

/**
 * What is wrong with a request, measured by the reconstructed document. Beyond its schemas, a body
 * may only name properties that the document knows.
 * @param path with or without `/rest/align/api/2`, without the query; resources match in any case
 * @param query by option name, decoded
 * @param body parsed JSON, undefined when there is none
 * @returns one line per problem, empty when the request is right
 */
export function requestProblems(
  method: string,
  path: string,
  query: Readonly<Record<string, string>> = {},
  body?: unknown,
): string[] {
  const operation = findOperation(method, path);
  if (!operation) return [`${method} ${path} is not in the document`];
  const { definition, pointer } = operation;
  const wanted = definition.requestBody?.content;
  if (!wanted) {
    const extra = body === undefined ? [] : [`${method} ${path} takes no body`];
    return [...queryProblems(definition, query), ...extra];
  }
  if (body === undefined) return [`${method} ${path} needs a body`];
  const validate = schemaAt(`${pointer}/requestBody/content/application~1json/schema`);
  return [
    ...queryProblems(definition, query),
    ...errorsOf(validate, body),
    ...unknownInBody(operation, path, body),
  ];
}

/**
 * What is wrong with an answer, measured by the reconstructed document. Beyond its schemas, an
 * object may only have properties that the document knows.
 * @param body parsed JSON, undefined when the answer is empty
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
    const isRight = status === 404 && body === undefined;
    return isRight ? [] : [`${method} ${path} is not in the document, so it must be an empty 404`];
  }
  const response = operation.definition.responses[String(status)];
  if (!response) return [`${method} ${path} has no documented status ${status}`];
  if (!response.content) {
    const isEmptyByNature = status === 204 && body !== undefined;
    return isEmptyByNature ? [`${method} ${path} answers 204 with a body`] : [];
  }
  if (body === undefined) return [`${method} ${path} answers ${status} without its body`];
  const at = `${operation.pointer}/responses/${status}/content/application~1json/schema`;
  const known = dtoOf(operation);
  const records = Array.isArray(body) ? body : [body];
  const unknown = status < 300 ? records.flatMap((each) => unknownNames(each, known)) : [];
  return [...errorsOf(schemaAt(at), body), ...unknown];
}

function findOperation(method: string, path: string): Operation | undefined {
  const inside = path.startsWith(BASE) ? path.slice(BASE.length) : path;
  const parts = inside.toLowerCase().split('/');
  const fits = (template: string) => {
    const wanted = template.toLowerCase().split('/');
    return (
      wanted.length === parts.length &&
      wanted.every((part, at) =>
        part === '{id}'
          ? /^\d+$/.test(parts[at] ?? '')
          : part.startsWith('{') || part === parts[at],
      )
    );
  };
  const found = Object.entries(spec().document.paths).find(([template]) => fits(template));
  if (!found) return undefined;
  const [template, operations] = found;
  const definition = operations[method.toLowerCase()];
  if (definition === undefined) return undefined;
  const key = template.replaceAll('~', '~0').replaceAll('/', '~1');
  return {
    pointer: `/paths/${key}/${method.toLowerCase()}`,
    definition: operationSchema.parse(definition),
  };
}

function schemaAt(pointer: string): ValidateFunction {
  const validate = spec().ajv.getSchema(`${SPEC_KEY}#${encodeURI(pointer)}`);
  if (!validate) throw new Error(`The document has no schema at ${pointer}`);
  return validate;
}

function errorsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }: ErrorObject) => `${instancePath || '/'} ${message ?? 'is wrong'}`,
  );
}

function queryProblems(
  definition: Operation['definition'],
  query: Readonly<Record<string, string>>,
): string[] {
  const { parameters } = spec().document.components;
  const known = (definition.parameters ?? []).flatMap((given) => {
    const shared = '$ref' in given ? given.$ref.split('/').at(-1) : undefined;
    const parameter = '$ref' in given ? parameters[shared ?? ''] : given;
    return parameter?.in === 'query' ? [parameter] : [];
  });
  return Object.entries(query).flatMap(([name, text]) => {
    const parameter = known.find((each) => each.name === name);
    if (!parameter) return [`there is no query option ${name} here`];
    const value: unknown = /^-?\d+$/.test(text) && isInteger(parameter.schema) ? +text : text;
    const validate = spec().ajv.compile(parameter.schema as object);
    return errorsOf(validate, value).map((problem) => `${name}${problem}`);
  });
}

function isInteger(schema: unknown): boolean {
  return z.object({ type: z.literal('integer') }).safeParse(schema).success;
}

/** The DTO an operation is about: the one that its success answers, or its body, refer to. */
function dtoOf({ definition }: Operation): string | undefined {
  const { responses, requestBody } = definition;
  const text = JSON.stringify([requestBody, responses['200'], responses['201']]);
  return /#\/components\/schemas\/(\w+Dto)/.exec(text)?.[1];
}

function unknownNames(record: unknown, dto: string | undefined, also: string[] = []): string[] {
  const known = dto === undefined ? undefined : dtoProperties(dto);
  if (!known || typeof record !== 'object' || record === null) return [];
  return Object.keys(record)
    .filter((name) => !known.includes(name) && !also.includes(name))
    .map((name) => `${dto} has no property ${name}`);
}

function unknownInBody(operation: Operation, path: string, body: unknown): string[] {
  if (!Array.isArray(body)) {
    // One public script sends the program of a new feature as programId.
    const also = /\/features$/i.test(path) ? ['programId'] : [];
    return unknownNames(body, dtoOf(operation), also);
  }
  const [, , resource = ''] = /^(.*)\/([^/]+)\/\d+$/.exec(path) ?? [];
  const read = findOperation('GET', `/${resource}/1`);
  const dto = read && dtoOf(read);
  const known = dto ? (dtoProperties(dto) ?? []).map((name) => name.toLowerCase()) : [];
  return body.flatMap((operationOfPatch) => {
    const { path: pointer } = z.object({ path: z.string() }).parse(operationOfPatch);
    const [name = ''] = pointer.replace(/^\//, '').split('/');
    return known.includes(name.toLowerCase()) ? [] : [`${dto} has no property ${name} to patch`];
  });
}
