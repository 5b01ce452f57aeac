import {
  QueryError,
  type ComparisonOperator,
  type Expression,
  type Literal,
  type TextTest,
} from './syntax';
import { tokenize, type Token } from './tokens';

const OPERATORS: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const TESTS: readonly string[] = ['contains', 'startswith', 'endswith'];

/**
 * Parses a `$filter`: comparisons, `and`, `or`, `not`, parentheses, `contains`, `startswith`,
 * `endswith`, and `any` over a list.
 * @throws {QueryError}
 */
export function parseFilter(filter: string): Expression {
  const parser = new Parser(tokenize(filter));
  const expression = parser.or();
  parser.end();
  return expression;
}

/** Recursive descent: `or` binds loosest, then `and`, then `not`. */
class Parser {
  private at = 0;

  constructor(private readonly tokens: Token[]) {}

  or(): Expression {
    let left = this.and();
    while (this.takes('word', 'or')) left = { kind: 'or', left, right: this.and() };
    return left;
  }

  end(): void {
    const rest = this.tokens[this.at];
    if (rest) throw unexpected(rest);
  }

  private and(): Expression {
    let left = this.not();
    while (this.takes('word', 'and')) left = { kind: 'and', left, right: this.not() };
    return left;
  }

  private not(): Expression {
    if (this.takes('word', 'not')) return { kind: 'not', of: this.not() };
    if (!this.takes('mark', '(')) return this.condition();
    const inner = this.or();
    this.expect(')');
    return inner;
  }

  private condition(): Expression {
    const first = this.word();
    if (TESTS.includes(first) && this.takes('mark', '(')) {
      const property = this.path(this.word());
      this.expect(',');
      const literal = this.literal();
      this.expect(')');
      return { kind: 'test', test: first as TextTest, property, literal };
    }
    const property = this.path(first);
    const [list = ''] = property;
    if (property.length === 2 && property[1] === 'any') return this.any(list);
    const operator = this.word();
    if (!OPERATORS.includes(operator)) throw new QueryError(`Unknown operator ${operator}`);
    return {
      kind: 'compare',
      operator: operator as ComparisonOperator,
      property,
      literal: this.literal(),
    };
  }

  private any(property: string): Expression {
    this.expect('(');
    const variable = this.word();
    this.expect(':');
    const of = this.or();
    this.expect(')');
    return { kind: 'any', property, variable, of };
  }

  private path(first: string): string[] {
    const path = [first];
    while (this.takes('mark', '/')) path.push(this.word());
    return path;
  }

  private word(): string {
    const token = this.next();
    if (token.kind !== 'word') throw unexpected(token);
    return token.text;
  }

  private literal(): Literal {
    const token = this.next();
    if (token.kind !== 'literal') throw unexpected(token);
    return token.literal;
  }

  private expect(mark: string): void {
    if (!this.takes('mark', mark)) throw new QueryError(`Expected ${mark} in the filter`);
  }

  private takes(kind: 'word' | 'mark', text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (!token) throw new QueryError('The filter ends too early');
    this.at += 1;
    return token;
  }
}

function unexpected(token: Token): QueryError {
  const text = token.kind === 'literal' ? String(token.literal.value) : token.text;
  return new QueryError(`Unexpected ${text} in the filter`);
}
