/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { createContext, useContext, type Child } from 'hono/jsx';
import type { AdfDocument, AdfMark, AdfNode } from './document';
import { dateText } from './to-text';

/** A document as HTML. Everything is escaped by the JSX runtime; links keep to safe schemes. */
export function RenderedDocument({ document }: { document: AdfDocument }) {
  return (
    <div class="adf">
      <HeadingLevels.Provider value={headingLevels(document.content)}>
        {document.content.map(render)}
      </HeadingLevels.Provider>
    </div>
  );
}

/** Levels that headings of the document have, in order. */
const HeadingLevels = createContext<number[]>([]);

const headingLevels = (nodes: readonly AdfNode[]): number[] =>
  [
    ...new Set(
      nodes.flatMap(({ type, attrs, content }) =>
        type === 'heading' ? [Number(attrs?.level)] : headingLevels(content ?? []),
      ),
    ),
  ].sort();

/** The page's own headings end at level 2: a document's go on from there without a gap. */
function Heading({ node }: { node: AdfNode }) {
  const level = Number(node.attrs?.level);
  const rank = useContext(HeadingLevels).indexOf(level);
  const Tag = `h${Math.min(6, rank + 3)}` as 'h3';
  return <Tag class={`adf-heading-${level}`}>{children(node)}</Tag>;
}

const children = (node: AdfNode) => (node.content ?? []).map(render);

function render(node: AdfNode): Child {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduceRight<Child>((inner, mark) => marked(inner, mark), node.text);
    case 'hardBreak':
      return <br />;
    case 'rule':
      return <hr />;
    case 'paragraph':
      return <p>{children(node)}</p>;
    case 'heading':
      return <Heading node={node} />;
    case 'bulletList':
      return <ul>{children(node)}</ul>;
    case 'orderedList':
      return <ol start={Number(node.attrs?.order ?? 1)}>{children(node)}</ol>;
    case 'listItem':
      return <li>{children(node)}</li>;
    case 'blockquote':
      return <blockquote>{children(node)}</blockquote>;
    case 'codeBlock':
      return (
        <pre tabindex={0} aria-label="Code">
          <code>{children(node)}</code>
        </pre>
      );
    case 'panel':
      return <div class={`panel panel-${String(node.attrs?.panelType)}`}>{children(node)}</div>;
    case 'table':
      return (
        <div class="table-scroll">
          <table>
            <tbody>{children(node)}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr>{children(node)}</tr>;
    case 'tableHeader':
      return <th {...spans(node)}>{children(node)}</th>;
    case 'tableCell':
      return <td {...spans(node)}>{children(node)}</td>;
    case 'taskList':
    case 'decisionList':
      return <ul class="tasks">{children(node)}</ul>;
    case 'taskItem':
    case 'decisionItem':
      return (
        <li>
          {node.attrs?.state === 'DONE' ? '☑ ' : '☐ '}
          {children(node)}
        </li>
      );
    case 'expand':
    case 'nestedExpand':
      return (
        <details>
          <summary>{String(node.attrs?.title ?? 'Expand')}</summary>
          {children(node)}
        </details>
      );
    case 'emoji':
      return String(node.attrs?.text ?? node.attrs?.shortName ?? '');
    case 'mention':
      return <span class="mention">@{String(node.attrs?.text ?? '').replace(/^@/, '')}</span>;
    case 'date':
      return <time>{dateText(node.attrs?.timestamp)}</time>;
    case 'status':
      return <span class="lozenge">{String(node.attrs?.text)}</span>;
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return anchor(String(node.attrs?.url ?? ''), String(node.attrs?.url ?? ''));
    case 'media':
    case 'mediaInline':
      return <span class="attachment">📎 Attachment</span>;
    default:
      return <div>{children(node)}</div>;
  }
}

function spans({ attrs }: AdfNode) {
  return {
    ...(attrs?.colspan ? { colspan: Number(attrs.colspan) } : {}),
    ...(attrs?.rowspan ? { rowspan: Number(attrs.rowspan) } : {}),
  };
}

function marked(inner: Child, mark: AdfMark): Child {
  switch (mark.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'strike':
      return <s>{inner}</s>;
    case 'underline':
      return <u>{inner}</u>;
    case 'code':
      return <code>{inner}</code>;
    case 'subsup':
      return mark.attrs?.type === 'sub' ? <sub>{inner}</sub> : <sup>{inner}</sup>;
    case 'link':
      return anchor(String(mark.attrs?.href ?? ''), inner);
    default:
      return inner;
  }
}

const SAFE_HREF = /^(https?:|mailto:|\/(?!\/))/i;

function anchor(href: string, inner: Child): Child {
  if (!SAFE_HREF.test(href)) return inner;
  return (
    <a href={href} rel="noreferrer">
      {inner}
    </a>
  );
}
