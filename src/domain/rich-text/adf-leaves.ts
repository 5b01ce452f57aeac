import { isRecord, looseNode, type LooseNode } from './adf-document';
import { atomId, calendarDay, imageLabel, mediaLabel, mentionText, type Atom } from './atoms';
import { mediaCollection } from './attributes';
import { safeUrl } from './safe-url';
import type { MediaDisplay } from './tree';

/** A node that is read whole. `alone`: it stands on a line of its own. */
export type Leaf = { alone: boolean } & (
  | { type: 'text'; text: string; marks: unknown[]; link: string | null }
  | { type: 'atom'; text: string; atom: Atom }
  | { type: 'code'; text: string; language: unknown }
  | { type: 'rule' }
);

/** Where a node stands: the type of its parent, and whether it is a word of a line. */
export interface Place {
  parent: string;
  inLine: boolean;
}

/** What a node says that has no children to visit; null for one whose children say it. */
export function leafOf(node: LooseNode, place: Place): Leaf | null {
  const { attrs } = node;
  switch (node.type) {
    case 'text':
      return words(node.text ?? '', false, node.marks);
    case 'hardBreak':
      return words('\n', false);
    case 'rule':
      return { alone: true, type: 'rule' };
    case 'codeBlock':
      return { alone: true, type: 'code', text: codeText(node), language: attrs['language'] };
    case 'mention':
      return mention(attrs);
    case 'date':
      return date(attrs['timestamp']);
    case 'status':
    case 'placeholder':
    case 'inlineExtension':
      return words(stringOr(attrs['text'], ''), false);
    case 'emoji':
      return words(stringOr(attrs['text'], stringOr(attrs['shortName'], '')), false);
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return linkTo(cardUrl(attrs), cardUrl(attrs), node.type !== 'inlineCard');
    case 'media':
    case 'mediaInline':
      return media(node, place.parent);
    default:
      return unknownLeaf(node, !place.inLine);
  }
}

function words(text: string, alone: boolean, marks: unknown[] = [], link: unknown = null): Leaf {
  return { alone, type: 'text', text, marks, link: safeUrl(link) };
}

function linkTo(url: string, text: string, alone: boolean, marks: unknown[] = []): Leaf {
  return words(text === '' ? url : text, alone, marks, url);
}

function mention(attrs: Record<string, unknown>): Leaf {
  const id = atomId(attrs['id']);
  if (id === null) return words(stringOr(attrs['text'], ''), false);
  const atom: Atom = { type: 'mention', id };
  return { alone: false, type: 'atom', text: mentionText(attrs['text'], id), atom };
}

/** `timestamp` is in milliseconds, as a string; Jira shows its day in UTC. */
function date(timestamp: unknown): Leaf {
  const time = new Date(Number(timestamp));
  const day = Number.isNaN(time.getTime()) ? null : calendarDay(time.toISOString().slice(0, 10));
  if (day === null) return words(stringOr(timestamp, ''), false);
  return { alone: false, type: 'atom', text: day, atom: { type: 'date', day } };
}

function media({ attrs, type, marks }: LooseNode, parent: string): Leaf {
  const alt = stringOr(attrs['alt'], '');
  if (typeof attrs['url'] === 'string') {
    return linkTo(attrs['url'], imageLabel(alt), parent === 'mediaSingle', marks);
  }
  const id = atomId(attrs['id']);
  if (id === null) return words(imageLabel(alt), false);
  const display: MediaDisplay =
    type === 'media'
      ? parent === 'mediaGroup'
        ? 'group'
        : 'single'
      : attrs['type'] === 'image'
        ? 'inline-image'
        : 'inline';
  const collection = mediaCollection(attrs['collection']);
  const atom: Atom = { type: 'media', id, collection, display };
  return { alone: false, type: 'atom', text: mediaLabel(alt), atom };
}

function cardUrl(attrs: Record<string, unknown>): string {
  const data = isRecord(attrs['data']) ? attrs['data'] : {};
  return stringOr(attrs['url'], stringOr(data['url'], stringOr(data['@id'], '')));
}

/** A node type of another day: its text, or a link to its address, or else its children. */
function unknownLeaf(node: LooseNode, alone: boolean): Leaf | null {
  if (node.content.length > 0) return null;
  const text = node.text ?? stringOr(node.attrs['text'], '');
  const url = stringOr(node.attrs['url'], '');
  return text === '' && url === '' ? null : linkTo(url, text, alone, node.marks);
}

/** The text of a code block, whose children are text nodes unless the document is odd. */
function codeText(block: LooseNode): string {
  let text = '';
  const left = [...block.content].reverse();
  while (left.length > 0) {
    const node = looseNode(left.pop());
    if (node === null) continue;
    if (node.type === 'hardBreak') text += '\n';
    else text += node.text ?? stringOr(node.attrs['text'], '');
    for (const child of [...node.content].reverse()) left.push(child);
  }
  return text;
}

function stringOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}
