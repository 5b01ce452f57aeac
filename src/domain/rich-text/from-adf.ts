import { looseNode, type LooseNode } from './adf-document';
import { leafOf, type Leaf, type Place } from './adf-leaves';
import { marksOf } from './adf-marks';
import { codeLanguage, headingLevel, listStart, panelKind, spanOf } from './attributes';
import { TreeBuilder } from './build-tree';
import { NO_MARKS } from './marks';
import { DONE_MARK, TODO_MARK } from './task-items';
import type { RichText } from './tree';

/** A step still to do: visit a node, or end what one began. */
type Step = { node: unknown; place: Place } | { end: () => void };

/**
 * The canonical tree of an Atlassian Document Format document. Takes whatever it is given: null or
 * nothing is the empty document, a string is plain text, an unknown node counts as its children or
 * its text. Never throws on JSON. Walks with a list of steps, so depth cannot exhaust the stack.
 */
export function fromAdf(adf: unknown): RichText {
  const builder = new TreeBuilder();
  const root = typeof adf === 'string' ? { type: 'text', text: adf } : adf;
  const steps: Step[] = [{ node: root, place: { parent: '', inLine: false } }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('end' in step) {
      step.end();
      continue;
    }
    const node = looseNode(step.node);
    if (node === null) continue;
    const leaf = leafOf(node, step.place);
    if (leaf !== null) {
      addLeaf(builder, leaf);
      continue;
    }
    const end = begin(builder, node, step.place.inLine);
    steps.push({ end });
    const inLine = step.place.inLine || LINES.has(node.type);
    const place = { parent: node.type, inLine };
    for (let at = node.content.length - 1; at >= 0; at -= 1) {
      steps.push({ node: node.content[at], place });
    }
  }
  return builder.finish();
}

/** Nodes whose children are words of one line; an unknown node among them breaks no line. */
const LINES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'taskItem',
  'decisionItem',
  'caption',
]);

function addLeaf(builder: TreeBuilder, leaf: Leaf): void {
  if (leaf.alone) builder.endLine();
  if (leaf.type === 'rule') builder.rule();
  else if (leaf.type === 'code') builder.code(leaf.text, codeLanguage(leaf.language));
  else if (leaf.type === 'atom') builder.text(leaf.text, NO_MARKS, leaf.atom);
  else {
    // A line break within a text node shows as one in Jira, which keeps white space.
    leaf.text.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) builder.lineBreak();
      builder.text(line, marksOf(leaf.marks, leaf.link));
    });
  }
  if (leaf.alone) builder.endLine();
}

/** Opens what the node stands for; the answer closes it again. */
function begin(builder: TreeBuilder, node: LooseNode, inLine: boolean): () => void {
  const close = (opened: boolean) => (): void => {
    if (opened) builder.close();
    else builder.endLine();
  };
  switch (node.type) {
    case 'heading': {
      const before = builder.setLevel(headingLevel(node.attrs['level']));
      return () => void builder.setLevel(before);
    }
    case 'bulletList':
    case 'taskList':
    case 'decisionList':
      return close(builder.openList(null));
    case 'orderedList':
      return close(builder.openList(listStart(node.attrs['order'])));
    case 'listItem':
    case 'decisionItem':
      return close(builder.openItem());
    case 'taskItem':
    case 'blockTaskItem': {
      const opened = builder.openItem();
      const mark = node.attrs['state'] === 'DONE' ? DONE_MARK : TODO_MARK;
      builder.text(`${mark} `, NO_MARKS);
      return close(opened);
    }
    case 'blockquote':
      return close(builder.openQuote());
    case 'panel':
      return close(builder.openPanel(panelKind(node.attrs['panelType'])));
    case 'table':
      return close(builder.openTable());
    case 'tableRow':
      return close(builder.openRow());
    case 'tableHeader':
    case 'tableCell':
      return close(
        builder.openCell({
          header: node.type === 'tableHeader',
          colspan: spanOf(node.attrs['colspan']),
          rowspan: spanOf(node.attrs['rowspan']),
        }),
      );
    case 'expand':
    case 'nestedExpand':
      builder.endLine();
      if (typeof node.attrs['title'] === 'string') {
        builder.text(node.attrs['title'], { strong: true });
      }
      return close(false);
    default:
      // An unknown node among the words of a line is taken for a word, anywhere else for a block.
      if (inLine && node.type !== 'paragraph') return () => undefined;
      builder.endLine();
      return close(false);
  }
}
