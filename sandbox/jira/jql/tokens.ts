import { badRequest } from '../world/errors';

export interface Token {
  kind: 'word' | 'quoted' | 'symbol' | 'end';
  text: string;
  /** Character position, from 1. */
  at: number;
}

const TOKEN =
  /\s*(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|(?<symbol>>=|<=|!=|!~|[=><~(),[\]])|(?<word>[^\s"'=><~!(),[\]]+))/gy;

/** Splits JQL into its words. `cf[10016]` and property references come as several tokens. */
export function tokens(jql: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let match = TOKEN.exec(jql); match; match = TOKEN.exec(jql)) {
    const { double, single, symbol, word } = match.groups ?? {};
    end = TOKEN.lastIndex;
    const at = end - match[0].trimStart().length + 1;
    const quoted = double ?? single;
    if (quoted !== undefined) {
      found.push({ kind: 'quoted', text: quoted.replace(/\\(.)/g, '$1'), at });
    } else {
      found.push({ kind: symbol ? 'symbol' : 'word', text: symbol ?? word ?? '', at });
    }
  }
  const rest = jql.slice(end).trim();
  if (rest) {
    throw badRequest(
      `Error in the JQL Query: The character '${rest[0]}' is a reserved JQL character. You must enclose it in a string or use the escape instead. (line 1, character ${end + 1})`,
    );
  }
  found.push({ kind: 'end', text: '', at: jql.length + 1 });
  return found;
}
