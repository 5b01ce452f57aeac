import type { DtoShape, PropertyKind } from '../dto/shape';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { QueryError, type ComparisonOperator, type Expression, type Literal } from './syntax';

type Test = (record: JsonObject, variables: Record<string, Json>) => boolean;

/**
 * Turns a filter into a test of one record.
 * @throws {QueryError} when it names an unknown property or compares what cannot be compared
 */
export function compileFilter(expression: Expression, shape: DtoShape): Test {
  return compile(expression, shape, []);
}

function compile(expression: Expression, shape: DtoShape, variables: readonly string[]): Test {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const left = compile(expression.left, shape, variables);
      const right = compile(expression.right, shape, variables);
      return expression.kind === 'and'
        ? (...of) => left(...of) && right(...of)
        : (...of) => left(...of) || right(...of);
    }
    case 'not': {
      const inner = compile(expression.of, shape, variables);
      return (...of) => !inner(...of);
    }
    case 'any': {
      const { property, variable } = expression;
      kindOf([property], shape, []);
      const inner = compile(expression.of, shape, [...variables, variable]);
      return (record, bound) => {
        const list = record[property];
        return (
          Array.isArray(list) &&
          list.some((element) => inner(record, { ...bound, [variable]: element }))
        );
      };
    }
    case 'test': {
      kindOf(expression.property, shape, variables);
      const wanted = expression.literal.value;
      if (typeof wanted !== 'string') {
        throw new QueryError(`${expression.test} needs a string`);
      }
      return (record, bound) => {
        const value = read(expression.property, record, bound);
        return typeof value === 'string' && textTest[expression.test](value, wanted);
      };
    }
    case 'compare': {
      const { property, operator, literal } = expression;
      requireComparable(property, kindOf(property, shape, variables), literal);
      return (record, bound) => compare(read(property, record, bound), operator, literal);
    }
  }
}

const textTest = {
  contains: (value: string, wanted: string) => value.includes(wanted),
  startswith: (value: string, wanted: string) => value.startsWith(wanted),
  endswith: (value: string, wanted: string) => value.endsWith(wanted),
};

function kindOf(
  [first = '', ...rest]: readonly string[],
  shape: DtoShape,
  variables: readonly string[],
): PropertyKind | undefined {
  if (variables.includes(first)) return undefined;
  const kind = shape.properties[first];
  if (!kind || rest.length > 0) {
    const path = [first, ...rest].join('/');
    throw new QueryError(`Could not find a property named '${path}' on type '${shape.name}'`);
  }
  return kind;
}

function requireComparable(path: string[], kind: PropertyKind | undefined, literal: Literal) {
  const refused: Partial<Record<PropertyKind, Literal['type'][]>> = {
    date: ['string', 'number', 'boolean'],
    integer: ['string', 'date', 'boolean'],
    number: ['string', 'date', 'boolean'],
    text: ['number', 'date', 'boolean'],
    html: ['number', 'date', 'boolean'],
    // A number is taken for a uid: OpsHub documents `createdBy eq 1159` for its connector.
    uid: ['date', 'boolean'],
  };
  if (kind && refused[kind]?.includes(literal.type)) {
    throw new QueryError(
      `${path.join('/')} is of kind ${kind}, not comparable to a ${literal.type}`,
    );
  }
}

function read(path: readonly string[], record: JsonObject, variables: Record<string, Json>): Json {
  const [first = '', ...rest] = path;
  const start = Object.hasOwn(variables, first) ? variables[first] : record[first];
  return rest.reduce<Json>(
    (value, part) => (isJsonObject(value) ? (value[part] ?? null) : null),
    start ?? null,
  );
}

function compare(value: Json, operator: ComparisonOperator, literal: Literal): boolean {
  if (value === null || literal.type === 'null') {
    const bothNull = value === null && literal.type === 'null';
    return operator === 'eq' ? bothNull : operator === 'ne' ? !bothNull : false;
  }
  const [left, right] = alike(value, literal);
  switch (operator) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}

function alike(
  value: boolean | number | string | Json[] | JsonObject,
  literal: Exclude<Literal, { type: 'null' }>,
): [string | number | boolean, string | number | boolean] {
  if (literal.type === 'date') return [Date.parse(String(value)), literal.value];
  if (literal.type === 'boolean' || literal.type === 'number') {
    if (typeof value === literal.type) return [value as number | boolean, literal.value];
  }
  return [String(value), String(literal.value)];
}
