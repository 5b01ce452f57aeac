import { badRequest } from '../world/errors';
import type { Condition, FieldRef, Operand, Operator, Ordering, Query } from './ast';
import { tokens, type Token } from './tokens';

/**
 * Parses the part of JQL that the sandbox knows: clauses joined by AND, OR, NOT and parentheses,
 * and ORDER BY.
 * @throws {JiraError} 400 saying where the query goes wrong
 */
export function parseJql(jql: string): Query {
  return new Parser(tokens(jql)).query();
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  query(): Query {
    const query: Query = { orderBy: [] };
    if (!this.isWord('order') && this.peek().kind !== 'end') query.where = this.or();
    if (this.takeWord('order')) {
      this.expectWord('by');
      do query.orderBy.push(this.ordering());
      while (this.takeSymbol(','));
    }
    if (this.peek().kind !== 'end') {
      throw this.wrong(`Expecting either 'OR' or 'AND' but got '${this.peek().text}'.`);
    }
    return query;
  }

  private or(): Condition {
    const parts = [this.and()];
    while (this.takeWord('or') || this.takeWord('||')) parts.push(this.and());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'or', parts };
  }

  private and(): Condition {
    const parts = [this.not()];
    while (this.takeWord('and') || this.takeWord('&&')) parts.push(this.not());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'and', parts };
  }

  private not(): Condition {
    if (this.takeWord('not')) return { kind: 'not', part: this.not() };
    if (!this.takeSymbol('(')) return this.clause();
    const inner = this.or();
    this.expectSymbol(')');
    return inner;
  }

  private clause(): Condition {
    const field = this.field();
    const operator = this.operator();
    const operands = operator.endsWith('in') ? this.list() : [this.operand()];
    return { kind: 'clause', field, operator, operands };
  }

  private field(): FieldRef {
    const token = this.next();
    if (token.kind !== 'word' && token.kind !== 'quoted') {
      throw this.wrong(`Expecting a field name but got '${token.text}'.`, token);
    }
    const name = token.text.toLowerCase();
    if (!this.takeSymbol('[')) return { name };
    const inside = this.next().text;
    this.expectSymbol(']');
    if (name !== 'issue.property') return { name: `${name}[${inside}]` };
    const path = this.peek();
    if (path.kind !== 'word' || !path.text.startsWith('.')) {
      throw this.wrong('Expecting a property path.', path);
    }
    this.next();
    return { name, property: { key: inside, path: path.text.slice(1).split('.') } };
  }

  private operator(): Operator {
    const token = this.next();
    const text = token.text.toLowerCase();
    if (token.kind === 'symbol' && ['=', '!=', '>', '>=', '<', '<=', '~', '!~'].includes(text)) {
      return text as Operator;
    }
    if (text === 'in') return 'in';
    if (text === 'not' && this.takeWord('in')) return 'not in';
    if (text === 'is') return this.takeWord('not') ? 'is not' : 'is';
    throw this.wrong(
      `Expecting operator but got '${token.text}'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.`,
      token,
    );
  }

  private list(): Operand[] {
    if (!this.takeSymbol('(')) return [this.operand()];
    const operands: Operand[] = [];
    do operands.push(this.operand());
    while (this.takeSymbol(','));
    this.expectSymbol(')');
    return operands;
  }

  private operand(): Operand {
    const token = this.next();
    if (token.kind === 'quoted') return { kind: 'text', text: token.text };
    if (token.kind !== 'word') {
      throw this.wrong(
        `Expecting either a value, list or function but got '${token.text}'.`,
        token,
      );
    }
    if (/^(empty|null)$/i.test(token.text)) return { kind: 'empty' };
    if (!this.takeSymbol('(')) return { kind: 'text', text: token.text };
    const args: string[] = [];
    while (!this.takeSymbol(')')) {
      args.push(this.next().text);
      this.takeSymbol(',');
      if (this.peek().kind === 'end') throw this.wrong("Expecting ')'.");
    }
    return { kind: 'call', name: token.text.toLowerCase(), args };
  }

  private ordering(): Ordering {
    const field = this.field();
    const descending = this.takeWord('desc');
    if (!descending) this.takeWord('asc');
    return { field, descending };
  }

  private peek(): Token {
    return this.tokens[this.at] as Token;
  }

  private next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  private isWord(word: string): boolean {
    return this.peek().kind === 'word' && this.peek().text.toLowerCase() === word;
  }

  private takeWord(word: string): boolean {
    const found = this.isWord(word);
    if (found) this.at += 1;
    return found;
  }

  private takeSymbol(symbol: string): boolean {
    const found = this.peek().kind === 'symbol' && this.peek().text === symbol;
    if (found) this.at += 1;
    return found;
  }

  private expectWord(word: string): void {
    if (!this.takeWord(word))
      throw this.wrong(`Expecting '${word}' but got '${this.peek().text}'.`);
  }

  private expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) {
      throw this.wrong(`Expecting '${symbol}' but got '${this.peek().text}'.`);
    }
  }

  private wrong(what: string, token = this.peek()) {
    return badRequest(`Error in the JQL Query: ${what} (line 1, character ${token.at})`);
  }
}
