import { badRequest, JiraError } from '../world/errors';
import { isRecord } from '../world/fields/kind';
import type { Issue } from '../world/model';
import type { JiraState } from '../world/state';
import type { Condition, FieldRef, Operand, Operator, Query } from './ast';
import { dateOperand } from './dates';
import { searchField, type SearchField } from './fields';

/** What a query is run against. */
export interface SearchScope {
  state: JiraState;
  now: number;
  accountId: string;
}

type Test = (issue: Issue) => boolean;

/**
 * The issues that match, in the order the query asks for (by key, newest first, when it asks for
 * none, as Jira does without saying so in its documents).
 * @throws {JiraError} 400 for unknown fields, values and functions
 */
export function runQuery(query: Query, issues: readonly Issue[], scope: SearchScope): Issue[] {
  const matches = query.where ? compile(query.where, scope) : () => true;
  const keys = query.orderBy.map(({ field, descending }) => {
    const searched = fieldOf(field, scope);
    const value = (issue: Issue) =>
      searched.order?.(issue, scope.state) ?? searched.values(issue, scope.state)[0] ?? '';
    return { value, sign: descending ? -1 : 1 };
  });
  const tie = fieldOf({ name: 'id' }, scope);
  keys.push({ value: (issue) => tie.order?.(issue, scope.state) ?? 0, sign: -1 });
  return issues.filter(matches).sort((a, b) => {
    for (const { value, sign } of keys) {
      const difference = compare(value(a), value(b));
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
}

function compile(condition: Condition, scope: SearchScope): Test {
  switch (condition.kind) {
    case 'and': {
      const tests = condition.parts.map((part) => compile(part, scope));
      return (issue) => tests.every((test) => test(issue));
    }
    case 'or': {
      const tests = condition.parts.map((part) => compile(part, scope));
      return (issue) => tests.some((test) => test(issue));
    }
    case 'not': {
      const test = compile(condition.part, scope);
      return (issue) => !test(issue);
    }
    case 'clause':
      return compileClause(condition, scope);
  }
}

function compileClause(clause: Condition & { kind: 'clause' }, scope: SearchScope): Test {
  const { field, operator, operands } = clause;
  const searched = fieldOf(field, scope);
  const wanted = operands.map((operand) => operandValue(operand, field, searched, scope));
  const held = (issue: Issue) => searched.values(issue, scope.state);
  const equals = (issue: Issue) =>
    wanted.some((value) =>
      value === null ? held(issue).length === 0 : held(issue).some((own) => same(own, value)),
    );
  const ranges: Partial<Record<Operator, (own: number) => boolean>> = {
    '>': (difference) => difference > 0,
    '>=': (difference) => difference >= 0,
    '<': (difference) => difference < 0,
    '<=': (difference) => difference <= 0,
  };
  const inRange = ranges[operator];
  if (inRange) {
    const [limit] = wanted;
    return (issue) =>
      held(issue).some((own) => alike(own, limit ?? '') && inRange(compare(own, limit ?? '')));
  }
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return equals;
    case '~':
      return (issue) => wanted.some((value) => held(issue).some((own) => contains(own, value)));
    case '!~':
      return (issue) => !wanted.some((value) => held(issue).some((own) => contains(own, value)));
    default:
      // An empty field never matches a negated comparison, as in Jira; `is not EMPTY` still works.
      return (issue) => !equals(issue) && (held(issue).length > 0 || wanted.includes(null));
  }
}

function fieldOf(field: FieldRef, scope: SearchScope): SearchField {
  const { property } = field;
  if (property) {
    return {
      type: 'name',
      values: (issue) => atPath(issue.properties[property.key], property.path),
    };
  }
  const found = searchField(field.name, scope.state);
  if (!found) {
    throw badRequest(
      `Field '${field.name}' does not exist or you do not have permission to view it.`,
    );
  }
  return found;
}

function atPath(value: unknown, path: readonly string[]): (string | number)[] {
  const [head, ...rest] = path;
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => atPath(entry, path));
  if (head !== undefined) return isRecord(value) ? atPath(value[head], rest) : [];
  return typeof value === 'string' || typeof value === 'number' ? [value] : [];
}

/** Null stands for EMPTY. */
function operandValue(
  operand: Operand,
  field: FieldRef,
  searched: SearchField,
  scope: SearchScope,
): string | number | null {
  if (operand.kind === 'empty') return null;
  if (operand.kind === 'call' && operand.name === 'currentuser') return scope.accountId;
  if (searched.type === 'date') return dateOperand(operand, field.name, scope.now);
  if (operand.kind === 'call') {
    throw badRequest(`Unable to find JQL function '${operand.name}()'.`);
  }
  const { text } = operand;
  if (field.name === 'resolution' && text.toLowerCase() === 'unresolved') return null;
  const known = searched.known?.(scope.state);
  if (known && !known.some((value) => same(value, text))) {
    throw new JiraError(400, [
      searched.type === 'key'
        ? `An issue with key '${text}' does not exist for field '${field.name}'.`
        : `The value '${text}' does not exist for the field '${field.name}'.`,
    ]);
  }
  return text;
}

const same = (a: string | number, b: string | number) =>
  String(a).toLowerCase() === String(b).toLowerCase();

const contains = (own: string | number, value: string | number | null) =>
  value !== null &&
  String(value)
    .toLowerCase()
    .split(/\s+/)
    .every((word) => String(own).toLowerCase().includes(word.replace(/\*$/, '')));

const KEY = /^([A-Za-z][A-Za-z0-9_]*)-(\d+)$/;

/** An issue is known by its key and by its id; a key is only compared with a key. */
function alike(a: string | number, b: string | number): boolean {
  return KEY.test(String(a)) === KEY.test(String(b));
}

/** Keys of one project follow each other by their numbers. */
function compare(a: string | number, b: string | number): number {
  const [own, other] = [KEY.exec(String(a)), KEY.exec(String(b))];
  if (own && other && own[1] === other[1]) return Number(own[2]) - Number(other[2]);
  const [x, y] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return String(a).localeCompare(String(b));
}
