import { QueryError, type Literal } from './syntax';

/** A word, a literal or a mark of the filter language. */
export type Token =
  | { kind: 'word'; text: string }
  | { kind: 'mark'; text: string }
  | { kind: 'literal'; literal: Literal };

const SPACE = /\s+/y;
const TEXT = /'((?:[^']|'')*)'/y;
const DATE = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?/y;
const NUMBER = /-?\d+(?:\.\d+)?/y;
const WORD = /[A-Za-z_]\w*/y;
const MARK = /[(),/:]/y;
const CONSTANTS: Readonly<Record<string, Literal>> = {
  null: { type: 'null', value: null },
  true: { type: 'boolean', value: true },
  false: { type: 'boolean', value: false },
};

/**
 * Cuts a `$filter` into tokens. Inside a string, `''` is one quote.
 * @throws {QueryError} at a character that belongs to nothing
 */
export function tokenize(filter: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(filter);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < filter.length) {
    if (take(SPACE)) continue;
    const token = next(take);
    if (!token) {
      throw new QueryError(
        `Syntax error at position ${at} of the filter: ${filter.slice(at, at + 20)}`,
      );
    }
    tokens.push(token);
  }
  return tokens;
}

function next(take: (pattern: RegExp) => RegExpExecArray | null): Token | undefined {
  const literal = (value: Literal): Token => ({ kind: 'literal', literal: value });
  const text = take(TEXT);
  if (text) return literal({ type: 'string', value: (text[1] ?? '').replaceAll("''", "'") });
  const date = take(DATE);
  if (date) return literal({ type: 'date', value: Date.parse(date[0]) });
  const number = take(NUMBER);
  if (number) return literal({ type: 'number', value: Number(number[0]) });
  const word = take(WORD);
  if (word) {
    const constant = CONSTANTS[word[0]];
    return constant ? literal(constant) : { kind: 'word', text: word[0] };
  }
  const mark = take(MARK);
  return mark ? { kind: 'mark', text: mark[0] } : undefined;
}
