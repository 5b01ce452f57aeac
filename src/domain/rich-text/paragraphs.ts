import { joinAlike, trimBreaks } from './inline-content';
import { combinableMarks } from './marks';
import { mayHold, type ContainerType } from './nesting';
import type { Block, HeadingLevel, Inline, Media, Paragraph } from './tree';

/**
 * The blocks that a line of inlines becomes in its container: a heading where one may stand, else
 * a strong paragraph; files that stand alone in paragraphs of their own.
 */
export function lineBlocks(
  inlines: Inline[],
  level: HeadingLevel | null,
  container: ContainerType,
): Block[] {
  if (level !== null) {
    const content = inlines.map(inlineMedia);
    return mayHold(container, 'heading')
      ? [{ type: 'heading', level, content }]
      : [{ type: 'paragraph', content: joinAlike(content.map(strong)) }];
  }
  return splitAtFiles(mayHold(container, 'mediaGroup') ? inlines : inlines.map(groupToInline)).map(
    (content): Paragraph => ({ type: 'paragraph', content }),
  );
}

function strong(inline: Inline): Inline {
  if (inline.type !== 'text') return inline;
  return { ...inline, marks: combinableMarks({ ...inline.marks, strong: true }) };
}

/** A file as it looks within a line of text, where no block may stand. */
export function inlineMedia(inline: Inline): Inline {
  if (inline.type === 'media' && inline.display === 'single') {
    return { ...inline, display: 'inline-image' };
  }
  return groupToInline(inline);
}

function groupToInline(inline: Inline): Inline {
  return inline.type === 'media' && inline.display === 'group'
    ? { ...inline, display: 'inline' }
    : inline;
}

function standsAlone(inline: Inline): inline is Media {
  return inline.type === 'media' && (inline.display === 'single' || inline.display === 'group');
}

function splitAtFiles(inlines: Inline[]): Inline[][] {
  if (!inlines.some(standsAlone)) return inlines.length === 0 ? [] : [inlines];
  const lines: Inline[][] = [];
  let line: Inline[] = [];
  const endLine = (): void => {
    const content = trimEdges(line);
    if (content.length > 0) lines.push(content);
    line = [];
  };
  for (const inline of inlines) {
    if (standsAlone(inline)) {
      endLine();
      lines.push([inline]);
    } else {
      line.push(inline);
    }
  }
  endLine();
  return lines;
}

/** Cutting a line leaves spaces and line breaks at the cuts. */
function trimEdges(line: Inline[]): Inline[] {
  const cut = [...trimBreaks(line)];
  const first = cut[0];
  if (first?.type === 'text') cut[0] = { ...first, text: first.text.replace(/^ /, '') };
  const last = cut[cut.length - 1];
  if (last?.type === 'text') cut[cut.length - 1] = { ...last, text: last.text.replace(/ $/, '') };
  return cut.filter((inline) => inline.type !== 'text' || inline.text !== '');
}
