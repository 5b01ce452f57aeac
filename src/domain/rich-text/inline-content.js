import { atomOrNull } from './atoms';
import { cleanText, collapseSpaces } from './clean-text';
import { NO_MARKS, combinableMarks, sameMarks } from './marks';
export class InlineContent {
    tokens = [];
    text(text, marks, atom) {
        this.tokens.push({
            text: collapseSpaces(cleanText(text)),
            marks: combinableMarks(marks),
            atom,
        });
    }
    lineBreak() {
        this.tokens.push('break');
    }
    take() {
        const tokens = this.tokens;
        if (tokens.length === 0)
            return [];
        this.tokens = [];
        return trimBreaks(plainSpaces(joinRuns(toInlines(trimSpaces(tokens)))));
    }
}
function trimSpaces(tokens) {
    const kept = [];
    let atEdge = true;
    let space = null;
    for (const token of tokens) {
        if (token === 'break') {
            kept.push(token);
            space = null;
            atEdge = true;
            continue;
        }
        const text = token.text;
        if (text === '')
            continue;
        if (text.startsWith(' ') && !atEdge && space === null)
            space = { ...token, text: ' ' };
        const words = withoutEdgeSpaces(text);
        if (words === '')
            continue;
        if (space !== null)
            kept.push(space);
        kept.push({ ...token, text: words });
        space = text.endsWith(' ') ? { ...token, text: ' ' } : null;
        atEdge = false;
    }
    return kept;
}
function withoutEdgeSpaces(text) {
    const start = text.startsWith(' ') ? 1 : 0;
    return text.slice(start, text.endsWith(' ') ? -1 : undefined);
}
function toInlines(tokens) {
    const inlines = [];
    for (let at = 0; at < tokens.length; at += 1) {
        const token = tokens[at];
        if (token === 'break') {
            inlines.push({ type: 'break' });
        }
        else if (token.atom === null) {
            inlines.push({ type: 'text', text: token.text, marks: token.marks });
        }
        else {
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
function isPieceOf(token, atom) {
    return token !== undefined && token !== 'break' && token.atom === atom;
}
function fromPieces(pieces, atom) {
    const text = pieces.map((piece) => piece.text).join('');
    const inline = atomOrNull(atom, withoutEdgeSpaces(text));
    if (inline === null) {
        return pieces.map((piece) => ({ type: 'text', text: piece.text, marks: piece.marks }));
    }
    const space = { type: 'text', text: ' ', marks: NO_MARKS };
    return [...(text.startsWith(' ') ? [space] : []), inline, ...(text.endsWith(' ') ? [space] : [])];
}
function joinRuns(inlines) {
    const joined = [];
    for (const inline of inlines) {
        const last = joined[joined.length - 1];
        if (inline.type === 'text' && last?.type === 'text' && sameMarks(last.marks, inline.marks)) {
            joined[joined.length - 1] = { ...last, text: last.text + inline.text };
        }
        else {
            joined.push(inline);
        }
    }
    return joined;
}
function plainSpaces(inlines) {
    return joinRuns(inlines.map((inline) => inline.type === 'text' && inline.text === ' ' ? { ...inline, marks: NO_MARKS } : inline));
}
export function trimBreaks(inlines) {
    let start = 0;
    let end = inlines.length;
    while (start < end && inlines[start].type === 'break')
        start += 1;
    while (end > start && inlines[end - 1].type === 'break')
        end -= 1;
    return start === 0 && end === inlines.length ? inlines : inlines.slice(start, end);
}
