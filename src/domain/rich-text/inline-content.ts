import { atomOrNull, type Atom } from './atoms';
import { cleanText, collapseSpaces } from './clean-text';
import { NO_MARKS, combinableMarks, sameMarks, type Marks } from './marks';
import type { Inline } from './tree';

interface Piece {
  text: string;
  marks: Marks;
  atom: Atom | null;
}

type Token = Piece | 'break';

/** Collects the inlines of one line-flowing block and brings them into canonical form. */
export class InlineContent {
  private tokens: Token[] = [];

  text(text: string, marks: Marks, atom: Atom | null): void {
    this.tokens.push({
      text: collapseSpaces(cleanText(text)),
      marks: combinableMarks(marks),
      atom,
    });
  }

  lineBreak(): void {
    this.tokens.push('break');
  }

  /** The canonical inlines so far (none when there was only white space); starts afresh. */
  take(): Inline[] {
    const tokens = this.tokens;
    if (tokens.length === 0) return [];
    this.tokens = [];
    return trimBreaks(joinAlike(toInlines(trimSpaces(tokens))));
  }
}

/** Leaves one space at most between two words, and none beside a line break or an edge. */
function trimSpaces(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  let atEdge = true;
  let space: Piece | null = null;
  for (const token of tokens) {
    if (token === 'break') {
      kept.push(token);
      space = null;
      atEdge = true;
      continue;
    }
    const text = token.text;
    if (text === '') continue;
    if (text.startsWith(' ') && !atEdge && space === null) space = { ...token, text: ' ' };
    const words = withoutEdgeSpaces(text);
    if (words === '') continue;
    if (space !== null) kept.push(space);
    kept.push({ ...token, text: words });
    space = text.endsWith(' ') ? { ...token, text: ' ' } : null;
    atEdge = false;
  }
  return kept;
}

/** For text whose spaces are collapsed; `trim` would also take ideographic and thin spaces. */
function withoutEdgeSpaces(text: string): string {
  const start = text.startsWith(' ') ? 1 : 0;
  return text.slice(start, text.endsWith(' ') ? -1 : undefined);
}

function toInlines(tokens: Token[]): Inline[] {
  const inlines: Inline[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token === 'break') {
      inlines.push({ type: 'break' });
    } else if (token.atom === null) {
      inlines.push({ type: 'text', text: token.text, marks: token.marks });
    } else {
      const pieces = [token];
      for (let next = tokens[at + 1]; isPieceOf(next, token.atom); next = tokens[at + 1]) {
        pieces.push(next);
        at += 1;
      }
      inlines.push(...fromPieces(pieces, token.atom));
    }
  }
  return inlines;
}

function isPieceOf(token: Token | undefined, atom: Atom): token is Piece {
  return token !== undefined && token !== 'break' && token.atom === atom;
}

/** The atom with the spaces around it, or plain text when a person has edited the atom's text. */
function fromPieces(pieces: Piece[], atom: Atom): Inline[] {
  const text = pieces.map((piece) => piece.text).join('');
  const inline = atomOrNull(atom, withoutEdgeSpaces(text));
  if (inline === null) {
    return pieces.map((piece) => ({ type: 'text', text: piece.text, marks: piece.marks }));
  }
  const space: Inline = { type: 'text', text: ' ', marks: NO_MARKS };
  return [...(text.startsWith(' ') ? [space] : []), inline, ...(text.endsWith(' ') ? [space] : [])];
}

/**
 * Joins neighbouring runs with the same marks. A space between two runs carries no marks: editors
 * disagree on which side's marks it has.
 */
export function joinAlike(inlines: Inline[]): Inline[] {
  return joinRuns(
    joinRuns(inlines).map((inline) =>
      inline.type === 'text' && inline.text === ' ' ? { ...inline, marks: NO_MARKS } : inline,
    ),
  );
}

function joinRuns(inlines: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined[joined.length - 1];
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(last.marks, inline.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

/** Without the line breaks at either end, which show nothing. */
export function trimBreaks(inlines: Inline[]): Inline[] {
  let start = 0;
  let end = inlines.length;
  while (start < end && inlines[start]!.type === 'break') start += 1;
  while (end > start && inlines[end - 1]!.type === 'break') end -= 1;
  return start === 0 && end === inlines.length ? inlines : inlines.slice(start, end);
}
