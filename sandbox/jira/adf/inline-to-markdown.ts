import type { AdfNode } from './document';
import { emojiAttributes } from './emoji';
import { spellPlaceholder } from './placeholder';
import { dateText } from './to-text';

const SPELT_MARKS = ['strong', 'em', 'strike', 'code', 'link'];

/** Spells inline nodes; what has no spelling goes to `kept` behind a placeholder. */
export function inlineMarkdown(nodes: readonly AdfNode[] | undefined, kept: AdfNode[]): string {
  return (nodes ?? []).map((node) => inline(node, kept)).join('');
}

function inline(node: AdfNode, kept: AdfNode[]): string {
  switch (node.type) {
    case 'text':
      return text(node) ?? spellPlaceholder(node, node.text ?? '', kept);
    case 'hardBreak':
      return '\n';
    case 'emoji': {
      const name = String(node.attrs?.shortName);
      return emojiAttributes(name) ? name : spellPlaceholder(node, name, kept);
    }
    case 'mention':
      return spellPlaceholder(node, String(node.attrs?.text ?? node.attrs?.id), kept);
    case 'date':
      return spellPlaceholder(node, dateText(node.attrs?.timestamp), kept);
    default:
      return spellPlaceholder(node, String(node.attrs?.text ?? node.attrs?.url ?? ''), kept);
  }
}

function text(node: AdfNode): string | undefined {
  const marks = node.marks ?? [];
  if (marks.some(({ type }) => !SPELT_MARKS.includes(type))) return undefined;
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(node.text ?? '') ?? [];
  if (!words) return node.text;
  const has = (type: string) => marks.find((mark) => mark.type === type);
  let spelt = has('code') ? `\`${words}\`` : escapeMarks(words);
  if (has('code') && words.includes('`')) return undefined;
  if (has('em')) spelt = `*${spelt}*`;
  if (has('strong')) spelt = `**${spelt}**`;
  if (has('strike')) spelt = `~~${spelt}~~`;
  const link = has('link');
  if (link) {
    const href = String(link.attrs?.href);
    spelt = href === words && marks.length === 1 ? href : `[${spelt}](${encodeBrackets(href)})`;
  }
  return `${before}${spelt}${after}`;
}

function escapeMarks(words: string): string {
  return words
    .replace(/[\\`*[\]~⟦]/gu, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/:([a-z0-9_+-]+:)/g, '\\:$1')
    .replace(/https?:\/\//g, (scheme) => scheme.replace(':', '\\:'));
}

const encodeBrackets = (href: string) =>
  href.replace(/[()\s]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
